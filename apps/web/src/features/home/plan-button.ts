import type { Messages } from "@tidao/i18n";

/** Nobody continues what is not begun. */
export const planButton = (texts: Pick<Messages["home"]["plan"], "begin" | "go">, itemsDone: number): string =>
  itemsDone > 0 ? texts.go : texts.begin;
