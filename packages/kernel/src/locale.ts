export const locales = ["zh", "en"] as const;
export type Locale = (typeof locales)[number];
/** A text that exists in both languages. */
export type Bilingual<T = string> = Readonly<Record<Locale, T>>;
export const isLocale = (value: unknown): value is Locale => value === "zh" || value === "en";
export const otherLocale = (locale: Locale): Locale => (locale === "zh" ? "en" : "zh");
