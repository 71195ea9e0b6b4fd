import type { Locale } from "@tidao/kernel";

/**
 * Characters of lesson source that are read in a minute: about 150 English words or 400 Chinese characters, which is
 * slower than prose (Brysbaert 2019: 238 words) because a lesson is half formulas, code and figures.
 */
const charactersPerMinute: Record<Locale, number> = { en: 950, zh: 400 };

export const readingMinutes = (characters: number, locale: Locale): number =>
  Math.max(1, Math.round(characters / charactersPerMinute[locale]));
