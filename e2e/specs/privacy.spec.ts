import { calling, givenAnswer, givenAssignment, givenAttempt } from "../arrange";
import { expect, test } from "../fixtures";

test("two learners of one class cannot see each other: not by address, not by call, not in a page's source", async ({ as }) => {
  const teacher = await as(["instructor"]);
  const mine = await as([], { name: "Mine Only Wang" });
  const other = await as([], { name: "Other Person Li" });
  const room = await givenAssignment(teacher, { feedback: "immediately" });
  const submissionId = await givenAnswer(mine);
  const attemptId = await givenAttempt(mine, room);
  await givenAttempt(other, room);

  for (const path of [
    `/practice/answers/${submissionId}`,
    `/assignments/${room.assignmentId}/attempts/${attemptId}`,
    `/assignments/${crypto.randomUUID()}`,
    "/practice/answers/not-an-id",
  ])
    expect(await other.open(path), path).toBe(404);
  // their own of the same kind are there
  expect(await mine.open(`/practice/answers/${submissionId}`)).toBe(200);
  expect(await mine.open(`/assignments/${room.assignmentId}/attempts/${attemptId}`)).toBe(200);

  const { refusal } = await calling(other);
  const answer = { submissionKey: crypto.randomUUID(), answer: { kind: "blank" }, durationMs: 1, confidence: null };
  const learnerOfTeacher = { assignmentId: room.assignmentId, userId: mine.id };
  const refused = {
    submission: await refusal("query", "practice.getSubmission", { submissionId }),
    ticks: await refusal("mutation", "practice.tickKeyPoints", { submissionId, ticked: [] }),
    attempt: await refusal("query", "assignments.getAttempt", { attemptId }),
    answer: await refusal("mutation", "assignments.submitAttemptAnswer", { ...answer, attemptId, position: 1 }),
    handIn: await refusal("mutation", "assignments.finishAttempt", { attemptId }),
  };
  expect(refused).toEqual({ submission: "NOT_FOUND", ticks: "NOT_FOUND", attempt: "NOT_FOUND", answer: "NOT_FOUND", handIn: "NOT_FOUND" });
  expect(await refusal("query", "teach.getLearnerWork", learnerOfTeacher)).toBe("FORBIDDEN");
  expect(await refusal("query", "teach.getResults", { assignmentId: room.assignmentId })).toBe("FORBIDDEN");

  for (const path of ["/", "/classes", "/assignments", `/assignments/${room.assignmentId}`, "/analytics", "/account", `/join/${room.joinCode}`]) {
    await other.open(path);
    const source = await other.page.content();
    const secrets = [mine.name, mine.email, mine.id, mine.subjectId, submissionId, attemptId];
    expect(secrets.filter((secret) => source.includes(secret)), path).toEqual([]);
  }
});

test("one learner's session in another browser shows nothing of who used that browser before", async ({ as }) => {
  const before = await as([], { name: "Before Me Zhao" });
  await before.open("/account");
  const { page, words, context } = before;
  await page.getByRole("button", { name: words.app.actions.signOut }).click();
  await expect(page).toHaveURL(/sign-in/);
  await page.goBack();
  await expect(page.getByText("Before Me Zhao")).toHaveCount(0);
  const { signIn } = await import("../fixtures");
  const after = await as([], { name: "After Qian" });
  await signIn(context, after.id);
  await before.open("/account");
  await expect(page.getByText("After Qian").first()).toBeVisible();
  expect((await page.content()).includes("Before Me Zhao")).toBe(false);
});
