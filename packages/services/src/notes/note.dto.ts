import { createHash } from "node:crypto";
import { renderNote } from "@tidao/content/render";
import type { Locale } from "@tidao/kernel";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { NoteRow } from "./note.repo";

export const note = z.strictObject({
  id: z.string(),
  questionId: z.string().nullable(),
  topicSlug: z.string().nullable(),
  /** Heading of the topic's lesson. */
  anchor: z.string().nullable(),
  /** Markdown, as the learner wrote it. */
  body: z.string(),
  /** The same, rendered and made safe. */
  html: z.string(),
  /** Sent back with a change: a change of something older is refused. */
  revision: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Note = z.infer<typeof note>;

const renderings = new LRUCache<string, string>({ max: 500 });
async function htmlOf(body: string, locale: Locale): Promise<string> {
  const key = `${locale}|${createHash("sha256").update(body).digest("base64url")}`;
  const known = renderings.get(key);
  if (known !== undefined) return known;
  const html = await renderNote(body, locale);
  renderings.set(key, html);
  return html;
}

export const noteDto = async (row: NoteRow, locale: Locale): Promise<Note> => ({
  id: row.id,
  questionId: row.questionId,
  topicSlug: row.topicSlug,
  anchor: row.anchor,
  body: row.body,
  html: await htmlOf(row.body, locale),
  revision: row.revision,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});
