import { messages } from "@tidao/i18n";
import { locales } from "@tidao/kernel";
import { expect, test } from "vitest";
import { auditActions, auditWords } from "./audit-words";

test.each(locales)("every action has a name and a sentence that says who and on what (%s)", (locale) => {
  const words = messages[locale].admin.audit;
  for (const action of auditActions) {
    expect(auditWords(words, action, "names"), action).toBeTruthy();
    expect(auditWords(words, action, "actions"), action).toMatch(/\{actor\}.*\{resource\}/);
  }
});
test.each(locales)("what an entry tells besides has a name, as far as we write it today (%s)", (locale) => {
  const names: Readonly<Record<string, string>> = messages[locale].admin.audit.details;
  const written = ["role", "ended", "name", "userId", "to", "learners", "dueAt", "attempts", "assignmentId"];
  for (const key of [...written, "hash", "version", "before", "corrects", "reportId", "kind"])
    expect(names[key], key).toBeTruthy();
});
test("an action that is not known here has no sentence, so that it is shown as it was written", () => {
  expect(auditWords(messages.en.admin.audit, "moon.landed", "actions")).toBeUndefined();
});
