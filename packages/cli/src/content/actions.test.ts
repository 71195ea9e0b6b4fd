import { expect, test } from "vitest";
import { actionHelp, contentAction } from "./actions";

test.each([
  ["import", ["--dry-run"], "content import knows no option --dry-run; nothing was done."],
  ["export", ["--dry"], "content export knows no option --dry; nothing was done."],
  ["check", ["--quick"], "content check knows no option --quick; nothing was done."],
  ["import", ["folder"], "content import does not know what to do with “folder”; nothing was done."],
  ["frob", [], "There is no content frob."],
])("who types content %s %j learns that nothing was done, and what can be typed", (name, args, said) => {
  expect(() => contentAction(name, args)).toThrow(said);
  expect(() => contentAction(name, args)).toThrow(/Use: npm run content -- |Actions: new, check, report/);
});
test("what is known goes on", () => {
  expect(contentAction("check", ["--long"])).toEqual({ action: "check", needsDatabase: false });
  expect(contentAction("export", ["folder"])).toEqual({ action: "export", needsDatabase: true });
  expect(contentAction("new", ["question", "tokenisation", "numeric", "idea"]).action).toBe("new");
});
test("help names every action", () => {
  for (const name of ["new", "check", "report", "facts", "import", "export"]) expect(actionHelp).toContain(`  ${name}`);
});
