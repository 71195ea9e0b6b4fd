import { contentHash } from "@tidao/content";
import { rendererVersion, renderQuestion } from "@tidao/content/render";
import { distractorAnswers, instantiate, type QuestionSpec, rewriteTexts } from "@tidao/grading";

/** The columns of a version that follow from what it says. */
export interface VersionContent {
  kind: string;
  objective: string;
  difficulty: number;
  expectedSeconds: number;
  misconceptions: string[];
  spec: QuestionSpec;
  rendered: object | null;
  rendererVersion: number;
  contentHash: string;
  searchText: string;
}

/** Renders both languages once, at import and at publish; requests read what is stored. */
export async function versionContent(spec: QuestionSpec): Promise<VersionContent> {
  const rendered = spec.variant ? null : { zh: await renderQuestion(spec, "zh"), en: await renderQuestion(spec, "en") };
  return {
    kind: spec.interaction.kind,
    objective: spec.objective,
    difficulty: spec.difficulty,
    expectedSeconds: spec.expectedSeconds,
    misconceptions: namedMisconceptions(spec),
    spec,
    rendered,
    rendererVersion,
    contentHash: contentHash(spec),
    searchText: searchText(spec),
  };
}

const namedMisconceptions = (spec: QuestionSpec): string[] => {
  const plain = spec.variant ? instantiate(spec, 0) : spec;
  return [...new Set(distractorAnswers(plain).flatMap((d) => d.misconception ?? []))].sort();
};

function searchText(spec: QuestionSpec): string {
  const texts: string[] = [];
  rewriteTexts({ stem: spec.stem, interaction: spec.interaction }, (text) => {
    texts.push(text);
    return text;
  });
  return texts.join("\n").normalize("NFKC").toLowerCase();
}
