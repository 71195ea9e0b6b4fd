import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { type Clock, DomainError, type Locale } from "@tidao/kernel";
import { inTransaction } from "@tidao/prisma";
import { z } from "zod";
import { bankQuestion } from "./bank-question.dto";
import { bankQuestionDtos } from "./browse-bank";
import {
  getSetRow,
  insertSet,
  listSetItemRows,
  listSetRows,
  lockSet,
  replaceSetItems,
  type SetItemRow,
  type SetRow,
  updateSetRow,
} from "./set.repo";

type Context = { clock: Clock; locale: Locale };
const title = z.string().trim().min(1).max(160);
export const setInput = z.strictObject({ setId: z.uuid() });
export const setSummary = z.strictObject({
  id: z.string(),
  title: z.string(),
  updatedAt: z.string(),
  archived: z.boolean(),
  questions: z.number().int(),
  points: z.number().int(),
  expectedSeconds: z.number().int(),
});
export const setListDto = z.array(setSummary);
type Summary = z.infer<typeof setSummary>;
const setSummaryDto = ({ updatedAt, archivedAt, ...row }: SetRow): Summary => ({
  ...row,
  updatedAt: updatedAt.toISOString(),
  archived: archivedAt !== null,
});

/** `id` is made once for one press of the button: the same again gives the set that the first press made. */
export const createSetInput = z.strictObject({ id: z.uuid().optional(), title });
export async function createSet(
  actor: UserActor,
  { id = randomUUID(), title }: z.infer<typeof createSetInput>,
  { clock }: Context,
): Promise<Summary> {
  return inTransaction(async (connection) => {
    await insertSet(connection, { id, ownerId: actor.id, title, at: clock.now() });
    return setSummaryDto(await getSetRow(actor.id, id, connection));
  });
}

export async function listSets(actor: UserActor, _: object, __: Context): Promise<Summary[]> {
  return (await listSetRows(actor.id)).map(setSummaryDto);
}

export const setItem = z.strictObject({
  questionId: z.string(),
  points: z.number().int(),
  pinned: z.boolean(),
  /** Null for a question that was retired: it is left out when the set is assigned. */
  question: bankQuestion.nullable(),
  /** What is published now, which a pinned question need not be. */
  newest: z.strictObject({ versionId: z.string(), number: z.number().int() }).nullable(),
});
export const setDto = z.strictObject({
  set: setSummary,
  /** In the order in which they are asked. */
  items: z.array(setItem),
});
/** @throws NOT_FOUND for somebody else's set */
export async function getSet(
  actor: UserActor,
  { setId }: z.infer<typeof setInput>,
  { locale }: Context,
): Promise<z.infer<typeof setDto>> {
  const set = await getSetRow(actor.id, setId);
  const rows = await listSetItemRows(setId);
  const askable = rows.filter((row): row is SetItemRow & { versionId: string } => row.versionId !== null);
  const questions = await bankQuestionDtos(askable, locale);
  const byId = new Map(questions.map((question) => [question.questionId, question]));
  return {
    set: setSummaryDto(set),
    items: rows.map(({ questionId, points, pinned, newestVersionId, newestNumber }) => ({
      questionId,
      points,
      pinned,
      question: byId.get(questionId) ?? null,
      newest: newestVersionId && newestNumber ? { versionId: newestVersionId, number: newestNumber } : null,
    })),
  };
}

export const updateSetInput = setInput.extend({
  title: title.optional(),
  archived: z.boolean().optional(),
  /** When the set that was changed was last saved: a save over somebody else's (another window's) is refused. */
  seenAt: z.iso.datetime().optional(),
  /** The whole list in its new order. */
  items: z
    .array(
      z.strictObject({
        questionId: z.string().max(80),
        points: z.number().int().min(1).max(100),
        pin: z.boolean().default(false),
        versionId: z.uuid().nullish(),
      }),
    )
    .max(100)
    .refine((items) => new Set(items.map((i) => i.questionId)).size === items.length)
    .optional(),
});
/** @throws NOT_FOUND, QUESTION_NOT_PUBLISHED, DRAFT_CHANGED_MEANWHILE */
export async function updateSet(
  actor: UserActor,
  { setId, archived, seenAt, items, title }: z.infer<typeof updateSetInput>,
  { clock }: Context,
): Promise<Summary> {
  return inTransaction(async (connection) => {
    const { updatedAt } = await lockSet(connection, actor.id, setId);
    if (seenAt && new Date(seenAt).getTime() !== updatedAt.getTime()) throw new DomainError("DRAFT_CHANGED_MEANWHILE");
    const archivedAt = archived === undefined ? undefined : archived ? clock.now() : null;
    await updateSetRow(connection, setId, { title, archivedAt }, clock.now());
    if (items) await replaceSetItems(connection, setId, items);
    return setSummaryDto(await getSetRow(actor.id, setId, connection));
  });
}
