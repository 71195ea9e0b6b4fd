import type { UserActor } from "@tidao/access";
import { questionKinds } from "@tidao/grading";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import { checkDraftSpec } from "./check-draft";
import { countCoverage, countQuestions, listOpenDrafts, listSurprising, type OpenDraft } from "./desk.repo";
import { bilingual, facilityOf, type noInput } from "./list-questions";
import { listTopicNames } from "./question-list.repo";

const draftsShown = 12;
const surprisesShown = 6;

const entry = { id: z.string(), topicSlug: z.string(), kind: z.enum(questionKinds), stem: bilingual.nullable() };
export const deskDto = z.strictObject({
  counts: z.strictObject({ published: z.number().int(), drafts: z.number().int(), retired: z.number().int() }),
  /** Changed last first, each with what keeps it from being published. */
  drafts: z.array(
    z.strictObject({
      ...entry,
      version: z.number().int(),
      fromFiles: z.boolean(),
      author: z.string().nullable(),
      updatedAt: z.string(),
      problems: z.number().int(),
    }),
  ),
  /** Answered often and hardly ever right: the key, the text or the lesson deserves a look. */
  surprising: z.array(z.strictObject({ ...entry, answers: z.number().int(), facility: z.number() })),
  coverage: z.array(
    z.strictObject({
      slug: z.string(),
      number: z.number().int(),
      title: bilingual,
      /** Published questions by kind. */
      kinds: z.record(z.string(), z.number().int()),
    }),
  ),
});

/** What needs an editor now, and where the bank has holes. */
export async function getDesk(_: UserActor, __: z.infer<typeof noInput>): Promise<z.infer<typeof deskDto>> {
  const [counts, drafts, surprising, cells, topics] = await Promise.all([
    countQuestions(),
    listOpenDrafts(draftsShown),
    listSurprising(surprisesShown),
    countCoverage(),
    listTopicNames(),
  ]);
  const shown = [];
  for (const draft of drafts) {
    const { spec: _spec, revision: _revision, versionId: _versionId, updatedAt, stem, ...rest } = draft;
    shown.push({
      ...rest,
      stem: bilingual.safeParse(stem).data ?? null,
      updatedAt: updatedAt.toISOString(),
      problems: await countProblems(draft),
    });
  }
  return {
    counts,
    drafts: shown,
    surprising: surprising.map(({ microPoints, ...row }) => ({
      ...row,
      facility: facilityOf(row.answers, microPoints) ?? 0,
    })),
    coverage: topics.map(({ prefix: _prefix, ...topic }) => ({
      ...topic,
      kinds: Object.fromEntries(cells.filter((cell) => cell.topicSlug === topic.slug).map(({ kind, n }) => [kind, n])),
    })),
  };
}

// a check runs the grader on hundreds of variants; what it refers to changes with an import, hence the short life
const checked = new LRUCache<string, number>({ max: 500, ttl: 5 * 60_000 });
async function countProblems({ versionId, revision, spec, topicSlug }: OpenDraft): Promise<number> {
  const key = `${versionId}|${revision}`;
  const known = checked.get(key);
  if (known !== undefined) return known;
  const { problems } = await checkDraftSpec(spec, topicSlug);
  checked.set(key, problems.length);
  return problems.length;
}
