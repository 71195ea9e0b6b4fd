import { expect, test } from "vitest";
import type { UserActor } from "./actor";
import { can } from "./can";
import { permissionNames, permissions, type Role } from "./permissions";

const user = (...roles: Role[]): UserActor => ({
  kind: "user", id: "u", subjectId: "s", roles, sessionId: "x", name: "n", email: "e", locale: "zh", zone: "UTC", theme: "system", motion: "system", asksConfidence: true, emailVerified: false,
});

test("nobody signed out may do anything", () => {
  expect(permissionNames.filter((p) => can({ kind: "anonymous" }, p))).toEqual([]);
});
test("each role may do exactly what the table says", () => {
  for (const permission of permissionNames)
    for (const role of ["learner", "instructor", "editor", "admin"] as const)
      expect(can(user(role), permission), `${role} ${permission}`).toBe((permissions[permission] as readonly Role[]).includes(role));
});
test("a learner who also teaches may do both", () => {
  expect(can(user("learner", "instructor"), "class.teach")).toBe(true);
  expect(can(user("learner", "instructor"), "practice.answer")).toBe(true);
});
