import type { Bilingual, Locale } from "@tidao/kernel";
import type { QuestionSpec } from "@tidao/grading/spec";
import type { z } from "zod";
import { contentHash } from "../content-hash";
import { curriculumFile, type CurriculumFile } from "../schema/curriculum.schema";
import { glossaryFile, type GlossaryTerm } from "../schema/glossary.schema";
import { pathFile, type PathFile } from "../schema/path.schema";
import { type Source, sourcesFile } from "../schema/source.schema";
import { topicFile, type TopicFile } from "../schema/topic.schema";
import { toYaml } from "./to-yaml";
import { parseOrNull, writeQuestionFile, writeUnlessSame, type Written } from "./write-question";

/** A course as plain data: what `readCourse` gives, or what a database holds. */
export interface CourseContent {
  areas: CurriculumFile["areas"];
  topics: (TopicFile & {
    number: number;
    area: string;
    /** Slugs. */
    prerequisites: readonly string[];
    lessons: Partial<Record<Locale, { source: string }>>;
    figures?: Readonly<Record<string, string>>;
    questions: readonly { id: string; spec: QuestionSpec }[];
  })[];
  paths: readonly PathFile[];
  sources: readonly (Source & { id: string })[];
  glossary: readonly (GlossaryTerm & { id: string })[];
}

/** Writes a course as the files it can be read from. What a file says already is left byte for byte. */
export async function exportCourse(course: CourseContent, dir: string): Promise<Written[]> {
  const written: Written[] = [];
  const yaml = async (file: string, schema: z.ZodType, value: unknown) => {
    const wanted = contentHash(schema.parse(value));
    const same = (present: string) => {
      const read = schema.safeParse(parseOrNull(present));
      return read.success && contentHash(read.data) === wanted;
    };
    written.push(await writeUnlessSame(dir, file, toYaml(value), same));
  };
  const text = async (file: string, content: string) =>
    void written.push(await writeUnlessSame(dir, file, content, () => false));

  await yaml("curriculum.yaml", curriculumFile, curriculumOf(course));
  await yaml(
    "sources.yaml",
    sourcesFile,
    Object.fromEntries(course.sources.map(({ id, ...source }) => [id, known(source)])),
  );
  const terms = course.glossary.map(({ id, term, also, definition, topic }) => [id, { term, also, definition, topic }]);
  await yaml("glossary.yaml", glossaryFile, Object.fromEntries(terms));
  for (const path of course.paths) await yaml(`paths/${path.slug}.yaml`, pathFile, pathWords(path));
  for (const topic of course.topics) {
    await yaml(`topics/${topic.slug}/topic.yaml`, topicFile, topicWords(topic));
    for (const [locale, lesson] of Object.entries(topic.lessons))
      await text(`topics/${topic.slug}/lesson.${locale}.md`, lesson.source);
    for (const [name, svg] of Object.entries(topic.figures ?? {})) await text(`topics/${topic.slug}/${name}`, svg);
    for (const { id, spec } of topic.questions) written.push(await writeQuestionFile(dir, topic.slug, id, spec));
  }
  return written;
}

function curriculumOf({ areas, topics }: CourseContent): CurriculumFile {
  const numbers = new Map(topics.map(({ slug, number }) => [slug, number]));
  return {
    areas: areas.map(({ id, title }) => ({ id, title: bilingual(title) })),
    topics: topics
      .toSorted((a, b) => a.number - b.number)
      .map(({ number, slug, area, prerequisites }) => ({
        id: number,
        slug,
        area,
        prerequisites: prerequisites.map((each) => numbers.get(each)).filter((id) => id !== undefined),
      })),
  };
}
// field by field, because the objects that come in carry hashes and places too
const bilingual = ({ zh, en }: Bilingual): { zh: string; en: string } => ({ zh, en });
const known = ({ authors, year, title, venue, arxiv, url }: Source): Source => ({
  authors,
  year,
  title,
  venue,
  arxiv,
  url,
});
const pathWords = ({ slug, title, summary, audience, hours, steps, closing }: PathFile): PathFile => ({
  slug,
  title,
  summary,
  audience,
  hours,
  steps,
  closing,
});
const topicWords = ({ slug, title, summary, objectives, misconceptions }: TopicFile): TopicFile => ({
  slug,
  title,
  summary,
  objectives,
  misconceptions,
});
