import { expect, test } from "vitest";
import { auditHref, auditInput, readAuditFilter } from "./audit-filter";

const person = "01890a5d-ac96-774b-bcce-b302099a8057";

test("an address of the log that was copied opens the same entries", () => {
  const filter = {
    action: "user.suspended",
    resourceKind: "user",
    resourceId: person,
    actor: "林",
    before: "120",
  } as const;
  const query = Object.fromEntries(new URL(auditHref(filter), "http://x").searchParams);
  expect(readAuditFilter(query)).toEqual({ ...filter, by: undefined });
});
test("a name that was typed replaces the person whom a link was about", () => {
  expect(auditInput(readAuditFilter({ by: person })).actor).toBe(person);
  expect(auditInput(readAuditFilter({ by: person, actor: "Ada" })).actor).toBe("Ada");
});
test("what an address says wrong is left out instead of failing", () => {
  expect(auditHref(readAuditFilter({ action: "user.eaten", resource: "?", by: "me", before: "x" }))).toBe("/audit");
});
