import { contentHash } from "@tidao/content";
import { questionKinds, rewriteTexts } from "@tidao/grading";
import type { DraftColumns } from "./question.repo";

const field = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>(
    (node, key) => (typeof node === "object" && node !== null ? Reflect.get(node, key) : undefined),
    value,
  );

/** Columns of a draft as far as it goes: an unfinished one must be findable and savable too. */
export function draftColumns(spec: Record<string, unknown>, topicSlug: string): DraftColumns {
  const kind = questionKinds.find((k) => k === field(spec, "interaction", "kind")) ?? "single-choice";
  const number = (value: unknown, fallback: number, max: number) =>
    typeof value === "number" && Number.isInteger(value) && value > 0 ? Math.min(value, max) : fallback;
  const texts: string[] = [];
  rewriteTexts({ stem: spec.stem, interaction: spec.interaction }, (text) => {
    texts.push(text);
    return text;
  });
  const objective = field(spec, "objective");
  return {
    topicSlug,
    kind,
    objective: typeof objective === "string" ? objective : "",
    difficulty: number(spec.difficulty, 3, 5),
    expectedSeconds: number(spec.expectedSeconds, 60, 1200),
    spec,
    searchText: texts.join("\n").normalize("NFKC").toLowerCase(),
    contentHash: contentHash(spec),
  };
}
