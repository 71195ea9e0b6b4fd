import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { fixedClock, type Locale } from "@tidao/kernel";
import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listAudit } from "../audit/list-audit";
import { instantiateVersion } from "../bank/present-version";
import { getPublishedVersion } from "../bank/question-version.repo";
import { disguiseOf } from "../practice/answer-key";
import { hideAnswer } from "../practice/disguise";
import { getNextQuestion } from "../practice/get-next-question";
import { getSubmission } from "../practice/get-submission";
import { submitAnswer } from "../practice/submit-answer";
import { makeActor, makeBank, sampleAnswers, sampleSpecs } from "../testing";
import {
  createQuestion,
  discardDraft,
  publishDraft,
  restoreQuestion,
  retireQuestion,
  saveDraft,
  saveDraftInput,
} from "./edit-question";
import { discardQuestion } from "./discard-question";
import { getQuestion, getVersion, type RawSpec } from "./get-question";
import { listQuestions, questionFilterInput } from "./list-questions";

process.env.NEXTAUTH_SECRET = "a secret of this test";
const context = { clock: fixedClock("2026-03-02T10:00:00Z"), locale: "en" as Locale };
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let versions: Record<string, string>;
let editor: UserActor;
let other: UserActor;
beforeAll(async () => {
  database = await openTestDatabase();
  versions = await makeBank();
  [editor, other] = await Promise.all([makeActor(["editor"]), makeActor(["editor"])]);
});
afterAll(() => database.close());

const spec = (id: string, change: object = {}) =>
  ({ ...sampleSpecs[id], hints: [{ zh: "提示", en: "Hint" }], ...change }) as RawSpec;
const stem = (word: string) => ({ stem: { zh: `题 ${word}`, en: `Stem ${word}` } });
const save = (
  questionId: string,
  change: object,
  revision: number | null,
  by = editor,
  published = versions[questionId]!,
) => saveDraft(by, { questionId, spec: spec(questionId, change), revision, published }, context);
const publish = (questionId: string, revision: number, by = editor) =>
  publishDraft(by, { questionId, revision, corrects: false }, context);
const list = (filter: object) => listQuestions(editor, questionFilterInput.parse(filter));

describe("two editors at one draft", () => {
  test("the second to save is told that the draft has changed, and the first's text stays", async () => {
    const first = await save("ordering", stem("one"), null);
    expect(first.revision).toBe(1);
    await save("ordering", stem("two"), 1);
    await expect(save("ordering", stem("three"), 1, other)).rejects.toMatchObject({ code: "DRAFT_CHANGED_MEANWHILE" });
    await expect(save("ordering", stem("three"), null, other)).rejects.toMatchObject({
      code: "DRAFT_CHANGED_MEANWHILE",
    });
    const { spec: kept, draft } = await getQuestion(other, { questionId: "ordering" });
    expect(kept).toMatchObject(stem("two"));
    expect(draft?.revision).toBe(2);
  });

  test("of two who save at the same instant one wins", async () => {
    const results = await Promise.allSettled([
      save("matching", stem("a"), null),
      save("matching", stem("b"), null, other),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const { rows } = await pool.query(
      `select 1 from question_version where question_id = 'matching' and status <> 'published'`,
    );
    expect(rows).toHaveLength(1);
  });

  test("what is published must be what the publisher saw", async () => {
    const { revision } = await save("multiple", stem("seen"), null);
    await save("multiple", stem("unseen"), revision, other);
    await expect(publish("multiple", revision)).rejects.toMatchObject({ code: "DRAFT_CHANGED_MEANWHILE" });
  });
});

describe("publishing", () => {
  test("is refused while the question has problems, and learners keep what they had", async () => {
    const { revision } = await save("cloze", { objective: "no-such-objective" }, null);
    await expect(publish("cloze", revision)).rejects.toMatchObject({
      code: "QUESTION_HAS_PROBLEMS",
      params: { count: 1 },
    });
    const unfinished = await save("cloze", { solution: { zh: "", en: "" } }, revision);
    await expect(publish("cloze", unfinished.revision)).rejects.toMatchObject({
      code: "QUESTION_HAS_PROBLEMS",
      params: { count: 2 },
    });
    const { rows } = await pool.query(`select published_version_id as id from question where id = 'cloze'`);
    expect(rows[0]).toEqual({ id: versions.cloze });
  });

  test("gives the next learner the new version, while an old submission still shows the one that was answered", async () => {
    const learner = await makeActor();
    const before = await getPublishedVersion(versions.single!);
    const disguise = disguiseOf(before, 3, instantiateVersion(before, 3));
    const { submissionId } = await submitAnswer(
      learner,
      {
        submissionKey: randomUUID(),
        versionId: before.id,
        seed: 3,
        answer: hideAnswer(sampleAnswers.single![0]!, disguise),
        confidence: 3,
        durationMs: 5000,
      },
      context,
    );
    const { revision } = await save("single", stem("corrected"), null);
    const published = await publishDraft(
      editor,
      { questionId: "single", revision, corrects: true, note: "Key was wrong" },
      context,
    );
    expect(published.number).toBe(2);

    const { question } = await getNextQuestion(
      await makeActor(),
      { question: "single", except: [], dueOnly: false },
      context,
    );
    expect(question?.versionId).toBe(published.versionId);
    expect(question?.shown.stem).toContain("Stem corrected");
    const old = await getSubmission(learner, { submissionId }, context);
    expect(old.question.versionId).toBe(before.id);
    expect(old.question.shown.stem).toContain("Single");

    const next = await getPublishedVersion(published.versionId);
    const again = await submitAnswer(
      learner,
      {
        submissionKey: randomUUID(),
        versionId: next.id,
        seed: 0,
        confidence: null,
        durationMs: 5000,
        answer: hideAnswer(sampleAnswers.single![1]!, disguiseOf(next, 0, instantiateVersion(next, 0))),
      },
      context,
    );
    expect(again.feedback?.verdict).toBe("wrong");
    const history = await getQuestion(editor, { questionId: "single" });
    expect(history.draft).toBeNull();
    expect(history.versions.map((v) => [v.number, v.status, v.current, v.corrects, v.note])).toEqual([
      [2, "published", true, 1, "Key was wrong"],
      [1, "published", false, null, null],
    ]);
  });

  test("a text that was loaded before the last publication does not silently take it back", async () => {
    const stale = save("single", stem("loaded long ago"), null, other);
    await expect(stale).rejects.toMatchObject({ code: "DRAFT_CHANGED_MEANWHILE" });
  });

  test("a published version cannot be changed, by nobody and in nothing but its rendering", async () => {
    const id = versions.single!;
    await expect(pool.query(`update question_version set spec = '{}' where id = $1`, [id])).rejects.toThrow(
      /cannot be changed/,
    );
    await expect(pool.query(`update question_version set note = 'x' where id = $1`, [id])).rejects.toThrow(
      /cannot be changed/,
    );
    await expect(pool.query(`delete from question_version where id = $1`, [id])).rejects.toThrow();
    expect((await getVersion(editor, { questionId: "single", versionId: id })).spec).toMatchObject({
      stem: { en: "Single" },
    });
  });

  test("a version of another question does not exist here", async () => {
    await expect(getVersion(editor, { questionId: "numeric", versionId: versions.single! })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("a question's life", () => {
  test("begins with an empty draft that nobody is asked, and its id is taken from then on", async () => {
    const made = await createQuestion(editor, { questionId: "s-new", topicSlug: "sample", kind: "cloze" }, context);
    expect(made).toMatchObject({ number: 1, revision: 1 });
    const again = createQuestion(other, { questionId: "s-new", topicSlug: "sample", kind: "numeric" }, context);
    await expect(again).rejects.toMatchObject({ code: "INPUT_INVALID", params: { field: "questionId" } });
    const { question } = await getNextQuestion(
      await makeActor(),
      { question: "s-new", except: [], dueOnly: false },
      context,
    );
    expect(question).toBeNull();
    expect((await list({ text: "s-new" })).questions).toMatchObject([{ status: "draft", hasDraft: true, version: 1 }]);
  });

  test("a discarded draft leaves what is published", async () => {
    const { revision } = await save("error", stem("draft"), null);
    await discardDraft(editor, { questionId: "error", revision }, context);
    const { draft, spec: left, versions: history } = await getQuestion(editor, { questionId: "error" });
    expect([draft, history.length]).toEqual([null, 1]);
    expect(left).toMatchObject({ stem: { en: "Find" } });
  });

  test("what a colleague saved meanwhile is not thrown away by somebody who has not seen it", async () => {
    const { revision } = await save("error", stem("mine"), null);
    const theirs = await save("error", stem("theirs"), revision, other);
    const stale = discardDraft(editor, { questionId: "error", revision }, context);
    await expect(stale).rejects.toMatchObject({ code: "DRAFT_CHANGED_MEANWHILE" });
    expect((await getQuestion(editor, { questionId: "error" })).spec).toMatchObject(stem("theirs"));
    await discardDraft(editor, { questionId: "error", revision: theirs.revision }, context);
  });

  test("whoever still has a draft in sight that was discarded or published overwrites, publishes and discards no later one", async () => {
    const questionId = "single";
    const now = async () => (await getQuestion(editor, { questionId })).versions.find(({ current }) => current)!.id;
    const begin = async (word: string, by: UserActor) => save(questionId, stem(word), null, by, await now());
    const changed = { code: "DRAFT_CHANGED_MEANWHILE" };
    const old = await begin("mine", editor);
    await discardDraft(other, { questionId, revision: old.revision }, context);
    const theirs = await begin("theirs", other);
    await expect(save(questionId, stem("mine again"), old.revision)).rejects.toMatchObject(changed);
    await expect(publish(questionId, old.revision)).rejects.toMatchObject(changed);
    await expect(discardDraft(editor, { questionId, revision: old.revision }, context)).rejects.toMatchObject(changed);
    await publish(questionId, theirs.revision, other);
    const later = await begin("one more", other);
    await expect(publish(questionId, theirs.revision)).rejects.toMatchObject(changed);
    await discardDraft(other, { questionId, revision: later.revision }, context);
  });

  test("who discards a draft that is no longer there is shown what is there now", async () => {
    await expect(discardDraft(editor, { questionId: "error", revision: 1 }, context)).rejects.toMatchObject({ code: "DRAFT_CHANGED_MEANWHILE" });
  });

  test("a question that was never published is thrown away whole, and its id can be used again", async () => {
    const begin = () => createQuestion(editor, { questionId: "never-met", topicSlug: "sample", kind: "cloze" }, context);
    const { revision } = await begin();
    await expect(discardQuestion(other, { questionId: "never-met", revision: revision + 1 }, context)).rejects.toMatchObject({ code: "DRAFT_CHANGED_MEANWHILE" });
    await retireQuestion(editor, { questionId: "never-met" }, context);
    await discardQuestion(other, { questionId: "never-met", revision }, context);
    await expect(getQuestion(editor, { questionId: "never-met" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(discardQuestion(other, { questionId: "never-met", revision }, context)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { rows } = await pool.query(`select actor_id, detail->>'version' as version from audit_entry where action = 'question.discarded' and resource_id = 'never-met'`);
    expect(rows).toEqual([{ actor_id: other.id, version: "1" }]);
    const named = async () => {
      const { entries } = await listAudit(editor, { resourceKind: "question", resourceId: "never-met" });
      return new Set(entries.map(({ resourceName }) => resourceName));
    };
    expect(await named()).toEqual(new Set([null]));
    const anew = await begin();
    expect(await named()).toEqual(new Set(["never-met"]));
    expect(anew).toMatchObject({ number: 1 });
    // whoever still has the first one in sight neither overwrites nor throws away what a colleague began under its id
    const old = { questionId: "never-met", revision };
    const changed = { code: "DRAFT_CHANGED_MEANWHILE" };
    const theirs = (await getQuestion(editor, old)).spec;
    await expect(saveDraft(other, { ...old, spec: theirs, published: null }, context)).rejects.toMatchObject(changed);
    await expect(discardQuestion(other, old, context)).rejects.toMatchObject(changed);
    await discardQuestion(editor, { questionId: "never-met", revision: anew.revision }, context);
  });

  test("what was published, or what somebody's list names, is not thrown away", async () => {
    const inUse = { code: "QUESTION_IN_USE" };
    const { revision } = await save("error", stem("draft"), null);
    await expect(discardQuestion(editor, { questionId: "error", revision }, context)).rejects.toMatchObject(inUse);
    await discardDraft(editor, { questionId: "error", revision }, context);
    const made = await createQuestion(editor, { questionId: "in-a-list", topicSlug: "sample", kind: "cloze" }, context);
    const learner = await makeActor();
    await pool.query(`insert into bookmark (subject_id, question_id, created_at) values ($1, 'in-a-list', now())`, [learner.subjectId]);
    await expect(discardQuestion(editor, { questionId: "in-a-list", revision: made.revision }, context)).rejects.toMatchObject(inUse);
    expect((await getQuestion(editor, { questionId: "in-a-list" })).draft).not.toBeNull();
    await pool.query(`delete from bookmark where question_id = 'in-a-list'`);
    await discardQuestion(editor, { questionId: "in-a-list", revision: made.revision }, context);
  });

  test("characters that come with pasting and that no database can hold are left out of a draft", async () => {
    const pasted = { questionId: "error", spec: spec("error", { stem: { zh: "题\0目", en: "Fi\ud800nd" } }), revision: null, published: versions.error! };
    const { revision } = await saveDraft(editor, saveDraftInput.parse(pasted), context);
    const { spec: kept } = await getQuestion(editor, { questionId: "error" });
    expect(kept).toMatchObject({ stem: { zh: "题目", en: "Fi\ufffdnd" } });
    await discardDraft(editor, { questionId: "error", revision }, context);
  });

  test("a draft stays of the kind that the question has: answers of that kind hang on it", async () => {
    const other = saveDraft(
      editor,
      { questionId: "error", spec: spec("numeric"), revision: null, published: versions.error! },
      context,
    );
    await expect(other).rejects.toMatchObject({ code: "INPUT_INVALID", params: { field: "spec.interaction.kind" } });
  });

  test("a draft of another kind that came from files can be worked on", async () => {
    const { versionId, revision } = await save("error", stem("before"), null);
    await pool.query(`update question_version set spec = $2, kind = 'numeric', origin = 'import' where id = $1`, [versionId, spec("numeric")]);
    const input = { questionId: "error", spec: spec("numeric", stem("after")), revision, published: versions.error! };
    const saved = await saveDraft(editor, input, context);
    await discardDraft(editor, { questionId: "error", revision: saved.revision }, context);
    const again = await save("error", stem("error again"), null);
    await discardDraft(editor, { questionId: "error", revision: again.revision }, context);
  });

  test("a retired question is asked of nobody, and comes back with its last published version", async () => {
    await retireQuestion(editor, { questionId: "short" }, context);
    const learner = await makeActor();
    const ask = () => getNextQuestion(learner, { question: "short", except: [], dueOnly: false }, context);
    expect((await ask()).question).toBeNull();
    expect((await list({ status: "retired" })).questions.map((q) => q.id)).toEqual(["short"]);
    await restoreQuestion(editor, { questionId: "short" }, context);
    expect((await ask()).question?.versionId).toBe(versions.short);
  });

  test("an editor whose page is from before a colleague retired the question does not bring it back by publishing", async () => {
    const { revision } = await save("short", stem("from before"), null);
    await retireQuestion(other, { questionId: "short" }, context);
    await expect(publish("short", revision)).rejects.toMatchObject({ code: "DRAFT_CHANGED_MEANWHILE" });
    expect(await getQuestion(editor, { questionId: "short" })).toMatchObject({ status: "retired", draft: { revision } });
    await restoreQuestion(other, { questionId: "short" }, context);
    await discardDraft(editor, { questionId: "short", revision }, context);
  });

  test("every step of it is in the trail", async () => {
    const { rows } = await pool.query<{ action: string }>(
      `select action from audit_entry where resource_kind = 'question' group by action order by action collate "C"`,
    );
    expect(rows.map((row) => row.action)).toEqual([
      "question.created",
      "question.discarded",
      "question.draftDiscarded",
      "question.draftSaved",
      "question.published",
      "question.restored",
      "question.retired",
    ]);
  });
});

describe("finding a question", () => {
  test("by its words in either language, where a percent sign is a percent sign", async () => {
    expect((await list({ text: "PLUS ONE" })).questions.map((q) => q.id)).toEqual(["numeric"]);
    expect((await list({ text: "加一" })).questions.map((q) => q.id)).toEqual(["numeric"]);
    expect((await list({ text: "%" })).questions).toEqual([]);
  });

  test("by kind and status together, with counts for what could be chosen instead", async () => {
    const { questions, facets } = await list({ kind: "numeric", status: "published" });
    expect(questions.map((q) => q.id)).toEqual(["numeric"]);
    expect(facets.kinds).toMatchObject({ numeric: 1, ordering: 1 });
  });

  test("each count of a facet is what choosing it finds, whatever else is chosen", async () => {
    const dimensions = { topics: "topic", kinds: "kind", statuses: "status", difficulties: "difficulty" } as const;
    for (const filter of [{}, { kind: "numeric" }, { status: "draft" }, { topic: "a-topic", status: "published" }, { difficulty: 2, kind: "cloze" }]) {
      const { facets } = await list(filter);
      for (const [facet, dimension] of Object.entries(dimensions) as [keyof typeof dimensions, string][])
        for (const [value, n] of Object.entries(facets[facet])) {
          const chosen = { ...filter, [dimension]: dimension === "difficulty" ? Number(value) : value };
          expect((await list(chosen)).facets.total, JSON.stringify(chosen)).toBe(n);
        }
      expect((await list({ ...filter, page: 1 })).questions).toHaveLength(Math.min(25, facets.total));
    }
    const { facets } = await list({});
    for (const facet of ["topics", "kinds", "difficulties"] as const)
      expect(Object.values(facets[facet]).reduce((sum, n) => sum + n, 0)).toBe(facets.total);
  });

  test("a page after the last is empty, and the total is said all the same", async () => {
    const { questions, facets } = await list({ page: 9 });
    expect([questions.length, facets.total]).toEqual([0, 9]);
  });
});
