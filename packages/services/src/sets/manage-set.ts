import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { questionKinds } from "@tidao/grading/spec";
import type { Clock, Locale } from "@tidao/kernel";
import { inTransaction } from "@tidao/prisma";
import { z } from "zod";
import { getPublishedVersions } from "../bank/question-version.repo";
import { questionForInstructor, questionForInstructorDto } from "./bank-question.dto";
import { getSetRow, insertSet, listBankVersionIds, listSetItemRows, listSetRows, type SetRow, updateSetRow } from "./set.repo";

type Context = { clock: Clock; locale: Locale };
const title = z.string().trim().min(1).max(160);
export const setInput = z.strictObject({ setId: z.uuid() });
export const setSummary = z.strictObject({
  id: z.string(), title: z.string(), updatedAt: z.string(), archived: z.boolean(), questions: z.number().int(), points: z.number().int(),
});
export const setListDto = z.array(setSummary);
const setSummaryDto = ({ updatedAt, archivedAt, ...row }: SetRow): z.infer<typeof setSummary> => ({
  ...row,
  updatedAt: updatedAt.toISOString(),
  archived: archivedAt !== null,
});

export const createSetInput = z.strictObject({ title });
export async function createSet(actor: UserActor, input: z.infer<typeof createSetInput>, { clock }: Context): Promise<z.infer<typeof setSummary>> {
  const id = randomUUID();
  return inTransaction(async (connection) => {
    await insertSet(connection, { id, ownerId: actor.id, title: input.title, at: clock.now() });
    return setSummaryDto(await getSetRow(actor.id, id, connection));
  });
}

export async function listSets(actor: UserActor, _: object, __: Context): Promise<z.infer<typeof setListDto>> {
  return (await listSetRows(actor.id)).map(setSummaryDto);
}

export const setDto = z.strictObject({
  set: setSummary,
  /** In the order in which they are asked; a question that is no longer published is left out when the set is assigned. */
  items: z.array(z.strictObject({ questionId: z.string(), points: z.number().int(), pinned: z.boolean(), question: questionForInstructor.nullable() })),
});
/** @throws NOT_FOUND for somebody else's set */
export async function getSet(actor: UserActor, { setId }: z.infer<typeof setInput>, { locale }: Context): Promise<z.infer<typeof setDto>> {
  const set = await getSetRow(actor.id, setId);
  const items = await listSetItemRows(setId);
  const versions = await getPublishedVersions(items.flatMap((i) => i.versionId ?? []));
  const byId = new Map(versions.map((v) => [v.id, v]));
  return {
    set: setSummaryDto(set),
    items: await Promise.all(
      items.map(async ({ questionId, points, pinned, versionId }) => {
        const version = versionId ? byId.get(versionId) : undefined;
        return { questionId, points, pinned, question: version ? await questionForInstructorDto(version, { submissions: 0, micro: 0 }, locale) : null };
      }),
    ),
  };
}

export const updateSetInput = setInput.extend({
  title: title.optional(),
  archived: z.boolean().optional(),
  /** The whole list in its new order. */
  items: z
    .array(z.strictObject({ questionId: z.string().max(80), points: z.number().int().min(1).max(100), pin: z.boolean().default(false) }))
    .max(100)
    .refine((items) => new Set(items.map((i) => i.questionId)).size === items.length)
    .optional(),
});
/** @throws NOT_FOUND, QUESTION_NOT_PUBLISHED */
export async function updateSet(actor: UserActor, { setId, archived, ...change }: z.infer<typeof updateSetInput>, { clock }: Context): Promise<z.infer<typeof setSummary>> {
  return inTransaction(async (connection) => {
    await getSetRow(actor.id, setId, connection);
    const archivedAt = archived === undefined ? undefined : archived ? clock.now() : null;
    await updateSetRow(connection, setId, { ...change, archivedAt }, clock.now());
    return setSummaryDto(await getSetRow(actor.id, setId, connection));
  });
}

const pageSize = 25;
export const bankInput = z.strictObject({
  text: z.string().max(200).nullish(),
  topic: z.string().max(60).nullish(),
  kind: z.enum(questionKinds).nullish(),
  difficulty: z.number().int().min(1).max(5).nullish(),
  after: z.string().max(200).nullish(),
});
export const bankPageDto = z.strictObject({ questions: z.array(questionForInstructor), next: z.string().nullable() });
/** The published bank by filter, with keys, a page at a time. */
export async function browseBank(_: UserActor, input: z.infer<typeof bankInput>, { locale }: Context): Promise<z.infer<typeof bankPageDto>> {
  const found = await listBankVersionIds(input, pageSize + 1);
  const page = found.slice(0, pageSize);
  const versions = await getPublishedVersions(page.map((p) => p.versionId));
  return {
    questions: await Promise.all(versions.map((version, i) => questionForInstructorDto(version, page[i] ?? { submissions: 0, micro: 0 }, locale))),
    next: found.length > pageSize ? (page.at(-1)?.cursor ?? null) : null,
  };
}
