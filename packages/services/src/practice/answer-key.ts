import type { QuestionSpec } from "@tidao/grading";
import { type Disguise, disguiseFor } from "./disguise";

/** Ids of a question's parts by role, for hiding them. */
export function partIds(spec: QuestionSpec): { part: string[]; right: string[] } {
  const { interaction: it } = spec;
  switch (it.kind) {
    case "single-choice":
    case "multiple-choice":
      return { part: it.choices.map((c) => c.id), right: [] };
    case "ordering":
      return { part: it.items.map((i) => i.id), right: [] };
    case "matching":
      return { part: it.pairs.map((p) => p.id), right: [...it.pairs, ...it.extras].map((p) => p.id) };
    case "cloze":
      return { part: it.blanks.map((b) => b.id), right: [] };
    case "find-error":
      return { part: it.spans.map((s) => s.id), right: [] };
    case "short-answer":
      return { part: it.keyPoints.map((k) => k.id), right: [] };
    case "numeric":
      return { part: ["value"], right: [] };
  }
}
export const disguiseOf = (version: { id: string }, seed: number, spec: QuestionSpec): Disguise => disguiseFor(version.id, seed, partIds(spec));

/** How many parts a guess is drawn from, as `guessFloor` wants it. */
export function choiceCount({ interaction: it }: QuestionSpec): number {
  switch (it.kind) {
    case "single-choice":
    case "multiple-choice":
      return it.choices.length;
    case "ordering":
      return it.items.length;
    case "matching":
      return it.pairs.length + it.extras.length;
    case "find-error":
      return it.spans.length;
    default:
      return 0;
  }
}
