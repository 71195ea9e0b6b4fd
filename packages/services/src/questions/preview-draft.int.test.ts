import type { UserActor } from "@tidao/access";
import { variantSeeds } from "@tidao/grading";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeActor, makeBank, sampleSpecs } from "../testing";
import { blankSpec } from "./blank-spec";
import { createQuestion, retireQuestion } from "./edit-question";
import { getDesk } from "./get-desk";
import { getQuestion, type RawSpec } from "./get-question";
import { listQuestions, questionFilterInput } from "./list-questions";
import { previewDraft, tryAnswer } from "./preview-draft";
import { systemClock } from "@tidao/kernel";

process.env.NEXTAUTH_SECRET = "a secret of this test";
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let editor: UserActor;
beforeAll(async () => {
  database = await openTestDatabase();
  await makeBank();
  editor = await makeActor(["editor"]);
});
afterAll(() => database.close());
const ask = (spec: unknown, seed = 3) => ({ topicSlug: "sample", spec: spec as RawSpec, seed });

test.each(Object.keys(sampleSpecs))(
  "the preview of %s shows both languages, and its key earns everything",
  async (id) => {
    const question = ask(sampleSpecs[id]);
    const { rendered, tries } = await previewDraft(editor, question);
    expect(rendered?.zh.shown.kind).toBe(rendered?.en.shown.kind);
    expect(rendered?.zh.solution).toContain("解");
    expect(rendered?.en.solution).toContain("Solution");
    const [key, ...wrong] = tries;
    expect((await tryAnswer(editor, { ...question, answer: key!.answer })).en).toMatchObject({
      verdict: "right",
      points: 1,
    });
    for (const { answer } of wrong)
      expect((await tryAnswer(editor, { ...question, answer })).zh.points).toBeLessThan(1);
  },
);

test("the editor is told of every variant that a learner may meet, and the last of them is shown", async () => {
  const { variants } = await getQuestion(editor, { questionId: "numeric" });
  expect(variants).toBe(variantSeeds);
  expect((await previewDraft(editor, ask(sampleSpecs.numeric, variants - 1))).rendered).not.toBeNull();
});

test("another variant of a parameterised question shows other numbers", async () => {
  const stems = await Promise.all(
    [0, 1, 2, 3].map(
      async (seed) => (await previewDraft(editor, ask(sampleSpecs.numeric, seed))).rendered?.en.shown.stem,
    ),
  );
  expect(new Set(stems).size).toBeGreaterThan(1);
});

test("a text that was pasted a hundred times too long is named at once, and keeps nobody waiting", async () => {
  const { stem } = sampleSpecs.numeric as { stem: { zh: string } };
  const asked = performance.now();
  const { problems, rendered } = await previewDraft(
    editor,
    ask({ ...sampleSpecs.numeric, stem: { zh: stem.zh, en: "*a_ ".repeat(30_000) } }),
  );
  expect(rendered).toBeNull();
  expect(problems).toEqual([{ path: ["stem", "en"], code: "form.too-long", params: { most: 3000 } }]);
  expect(performance.now() - asked).toBeLessThan(2000);
});

test("an unfinished question shows its problems instead of a preview, and no answer to it is graded", async () => {
  const { rendered, problems, tries } = await previewDraft(editor, ask(blankSpec("matching")));
  expect([rendered, tries]).toEqual([null, []]);
  expect(problems.length).toBeGreaterThan(10);
  const tried = tryAnswer(editor, { ...ask(blankSpec("matching")), answer: { kind: "blank" } });
  await expect(tried).rejects.toMatchObject({ code: "QUESTION_HAS_PROBLEMS" });
});

test("an objective that is not chosen yet is an empty field, one that there is not is named, and both are shown with the preview", async () => {
  const id = Object.keys(sampleSpecs)[0]!;
  const checked = async (objective: string) => {
    const { rendered, problems } = await previewDraft(editor, ask({ ...sampleSpecs[id], objective }));
    expect(rendered).not.toBeNull();
    return problems.map(({ code, path }) => ({ code, path }));
  };
  expect(await checked("")).toEqual([{ code: "form.missing", path: ["objective"] }]);
  expect(await checked("no-such-objective")).toEqual([{ code: "reference.objective", path: ["objective"] }]);
});

test("a formula that cannot be computed is a problem of the question and no fault of the server", async () => {
  const spec = {
    ...sampleSpecs.numeric,
    interaction: { kind: "numeric", answer: "n +", check: "n", tolerance: { absolute: 0 } },
  };
  const { rendered, problems } = await previewDraft(editor, ask(spec));
  expect(rendered).toBeNull();
  expect(problems.map((p) => p.code)).toContain("formula.broken");
});

test("the desk names the drafts with their problems, and counts what is published by topic and kind", async () => {
  await createQuestion(
    editor,
    { questionId: "s-unfinished", topicSlug: "sample", kind: "cloze" },
    { clock: systemClock },
  );
  const desk = await getDesk(editor, {});
  expect(desk.counts).toEqual({ published: 8, drafts: 1, retired: 0 });
  expect(desk.drafts).toMatchObject([{ id: "s-unfinished", kind: "cloze", author: "Test Person", fromFiles: false }]);
  expect(desk.drafts[0]!.problems).toBeGreaterThan(3);
  expect(desk.coverage).toMatchObject([{ slug: "sample", kinds: { numeric: 1, cloze: 1 } }]);
  await retireQuestion(editor, { questionId: "s-unfinished" }, { clock: systemClock });
  const then = await getDesk(editor, {});
  expect([then.counts, then.drafts]).toEqual([{ published: 8, drafts: 0, retired: 1 }, []]);
  const { questions, facets } = await listQuestions(editor, questionFilterInput.parse({ status: "draft" }));
  expect([questions, facets.statuses]).toEqual([[], { published: 8, retired: 1 }]);
});
