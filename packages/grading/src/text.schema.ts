import { z } from "zod";

/**
 * Characters of one text; the longest of the course has 1101. Reading Markdown takes the square of its length where stars
 * or brackets abound: 120 000 of them would keep a server from everybody else for minutes.
 */
export const longestText = 3000;
const written = z.string().trim().min(1).max(longestText);

/** Markdown with `$…$` mathematics, in both languages. Placeholders `{{name}}` are filled in from a variant's values. */
export const text = z.strictObject({ zh: written, en: written });
export type Text = z.infer<typeof text>;

/** Names an option, blank, pair, span or key point inside a question; answers refer to these, never to positions. */
export const partId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

/** A number, or a formula over the variant's parameters (evaluated by mathjs with a fixed set of functions). */
export const formula = z.union([z.number(), z.string().trim().min(1).max(400)]);
export type Formula = z.infer<typeof formula>;
