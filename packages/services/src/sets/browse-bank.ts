import type { UserActor } from "@tidao/access";
import { questionKinds, variantSeeds } from "@tidao/grading/spec";
import type { Locale } from "@tidao/kernel";
import { z } from "zod";
import { getPublishedVersion, getPublishedVersions } from "../bank/question-version.repo";
import {
  bankQuestion,
  bankQuestionDto,
  type questionForInstructor,
  questionForInstructorDto,
} from "./bank-question.dto";
import { type BankRow, countBankRows, getBankRow, listBankRows } from "./bank.repo";

type Context = { locale: Locale };
const pageSize = 25;
export const bankInput = z.strictObject({
  text: z.string().max(200).nullish(),
  topic: z.string().max(60).nullish(),
  kind: z.enum(questionKinds).nullish(),
  difficulty: z.number().int().min(1).max(5).nullish(),
  page: z.number().int().min(1).max(10_000).nullish(),
});
export const bankPageDto = z.strictObject({
  questions: z.array(bankQuestion),
  total: z.number().int(),
  /** The page that was given: the last one, when one beyond it was asked for. */
  page: z.number().int(),
  pages: z.number().int(),
});
/** The published bank by filter, 25 a page. */
export async function browseBank(
  _: UserActor,
  { page: wanted, ...filter }: z.infer<typeof bankInput>,
  { locale }: Context,
): Promise<z.infer<typeof bankPageDto>> {
  const total = await countBankRows(filter);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(wanted ?? 1, pages);
  return {
    questions: await bankQuestionDtos(await listBankRows(filter, pageSize, (page - 1) * pageSize), locale),
    total,
    page,
    pages,
  };
}

/** Rows with what they stand for, in their order; versions come from memory or with one query. */
export async function bankQuestionDtos(rows: readonly BankRow[], locale: Locale) {
  const versions = await getPublishedVersions(rows.map((row) => row.versionId));
  return Promise.all(
    rows.map(async (row, index) =>
      bankQuestionDto(versions[index] ?? (await getPublishedVersion(row.versionId)), row, locale),
    ),
  );
}

export const bankQuestionInput = z.strictObject({
  questionId: z.string().max(80),
  /** The version that a set has pinned; without it the one that is published now. */
  versionId: z.uuid().nullish(),
  seed: z
    .number()
    .int()
    .min(0)
    .max(variantSeeds - 1)
    .default(0),
});
/** One question to look at before choosing it. @throws NOT_FOUND */
export async function getBankQuestion(
  _: UserActor,
  { questionId, versionId, seed }: z.infer<typeof bankQuestionInput>,
  { locale }: Context,
): Promise<z.infer<typeof questionForInstructor>> {
  const row = await getBankRow(questionId, versionId ?? null);
  const version = await getPublishedVersion(row.versionId);
  return questionForInstructorDto(version, row, version.spec.variant ? seed : 0, locale);
}
