import type { Messages } from "@tidao/i18n";

export type FieldWords = Messages["fields"];
type Wrong = Partial<Record<Exclude<keyof ValidityState, "valid" | "customError">, boolean>>;
interface Asked {
  type: string;
  validity: Wrong;
  min?: string;
  max?: string;
  step?: string;
  minLength?: number;
  maxLength?: number;
}

/** What a field that the browser does not accept asks for, in the page's words. @returns null for what they do not know */
export function fieldSentence(field: Asked, words: FieldWords): string | null {
  const { type, validity } = field;
  const say = (sentence: string, limit: string | number = "") =>
    // of a date and a time, the T between them is for machines
    sentence.replace("{limit}", String(limit).replace("T", " "));
  const isDate = /^(date|time|month|week)/.test(type);
  // before what is missing: a half-typed number or date is empty to the browser
  if (validity.badInput) return isDate ? words.date : words.number;
  if (validity.valueMissing) {
    if (type === "checkbox") return words.unticked;
    return type === "radio" || type.startsWith("select") ? words.unchosen : words.missing;
  }
  // the one pattern that forms have: something but spaces
  if (validity.patternMismatch) return words.missing;
  if (validity.typeMismatch) return type === "email" ? words.email : null;
  if (validity.tooShort) return say(words.tooShort, field.minLength);
  if (validity.tooLong) return say(words.tooLong, field.maxLength);
  if (validity.rangeUnderflow) return say(isDate ? words.tooEarly : words.tooLow, field.min);
  if (validity.rangeOverflow) return say(isDate ? words.tooLate : words.tooHigh, field.max);
  if (!validity.stepMismatch) return null;
  if (isDate) return words.date;
  const step = field.step || "1";
  return step === "1" ? words.whole : say(words.step, step);
}
