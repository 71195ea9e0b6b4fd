import type { Locale } from "@tidao/kernel";
import { splitFrontMatter } from "../schema/lesson.schema";
import type { LessonHeading } from "./headings";
import { renderTree, type Surroundings, writeHtml } from "./render-markdown";
import { stripMarks } from "./passage-marks";

export interface RenderedLesson {
  html: string;
  headings: LessonHeading[];
  /** In the order in which they are first cited. */
  sourceIds: string[];
}

export async function renderLesson(
  source: string,
  locale: Locale,
  surroundings: Surroundings = {},
): Promise<RenderedLesson> {
  const { tree, headings, sourceIds } = await renderTree(
    stripMarks(splitFrontMatter(source).body),
    locale,
    surroundings,
  );
  return { html: writeHtml(tree), headings, sourceIds };
}
