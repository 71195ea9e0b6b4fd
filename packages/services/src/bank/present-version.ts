import { type RenderedQuestion, renderQuestion } from "@tidao/content/render";
import { instantiate, type QuestionSpec, variantSeeds } from "@tidao/grading";
import { DomainError, type Locale } from "@tidao/kernel";
import { LRUCache } from "lru-cache";
import type { PublishedVersion } from "./question-version.repo";

const specs = new LRUCache<string, QuestionSpec>({ max: 5000 });
const renderings = new LRUCache<string, Promise<RenderedQuestion>>({ max: 2000 });

/**
 * The version with a variant's numbers filled in: what is graded.
 * @throws VARIANT_UNKNOWN for a seed that was never checked
 */
export function instantiateVersion(version: PublishedVersion, seed: number): QuestionSpec {
  if (seed < 0 || seed >= variantSeeds) throw new DomainError("VARIANT_UNKNOWN", { seed });
  if (!version.spec.variant) return version.spec;
  const key = `${version.id}|${seed}`;
  let spec = specs.get(key);
  if (!spec) specs.set(key, (spec = instantiate(version.spec, seed)));
  return spec;
}

/** The version as HTML; only variants are rendered on request, and remembered. */
export function renderVersion(version: PublishedVersion, seed: number, locale: Locale): Promise<RenderedQuestion> {
  if (version.rendered) return Promise.resolve(version.rendered[locale]);
  const key = `${version.id}|${version.spec.variant ? seed : 0}|${locale}`;
  const rendering = renderings.get(key);
  if (rendering) return rendering;
  const started = renderQuestion(instantiateVersion(version, seed), locale);
  renderings.set(key, started);
  started.catch(() => renderings.delete(key));
  return started;
}
