import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { contentHash } from "../content-hash";
import type { Course, CoursePath } from "../course";
import { byPlace, type Problem } from "../problem";
import { curriculumFile } from "../schema/curriculum.schema";
import { glossaryFile } from "../schema/glossary.schema";
import { pathFile } from "../schema/path.schema";
import { sourcesFile } from "../schema/source.schema";
import { listFiles } from "./list-files";
import { readTopic } from "./read-topic";
import { parseYamlFile, readBySchema, type YamlFile } from "./yaml-file";

/** The folder of the course that lives in this repository. */
export const courseDir = join(dirname(fileURLToPath(import.meta.url)), "../..");

async function readYaml(dir: string, file: string): Promise<YamlFile> {
  const text = await readFile(join(dir, file), "utf8").catch(() => null);
  if (text !== null) return parseYamlFile(file, text);
  const missing: Problem = { file, line: 1, what: "the file is missing", mend: "create it" };
  return { place: { file, lineOf: () => 1 }, value: undefined, problems: [missing] };
}

/** Reads the whole course into typed objects. Never throws for what an author wrote: that is in `problems`. */
export async function readCourse(dir: string = courseDir): Promise<Course> {
  const problems: Problem[] = [];
  const curriculumYaml = await readYaml(dir, "curriculum.yaml");
  const curriculum = readBySchema(curriculumYaml, curriculumFile, problems) ?? { areas: [], topics: [] };
  const sourcesYaml = await readYaml(dir, "sources.yaml");
  const sources = readBySchema(sourcesYaml, sourcesFile, problems) ?? {};

  const glossaryYaml = await readYaml(dir, "glossary.yaml");
  const glossary = readBySchema(glossaryYaml, glossaryFile, problems) ?? {};

  const slugs = new Map(curriculum.topics.map(({ id, slug }) => [id, slug]));
  const folders = await listFiles(join(dir, "topics"));
  const topics = await Promise.all(
    curriculum.topics.map(async (entry) => {
      const read = await readTopic(dir, entry.slug);
      problems.push(...read.problems);
      if (!read.topic) return [];
      const { id: number, area } = entry;
      const prerequisites = entry.prerequisites.map((id) => slugs.get(id)).filter((slug) => slug !== undefined);
      const { words, ...rest } = read.topic;
      return [
        { ...words, number, area, prerequisites, ...rest, hash: contentHash({ words, number, area, prerequisites }) },
      ];
    }),
  );
  const paths = await Promise.all(
    (await listFiles(join(dir, "paths")))
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => readPath(dir, name, problems)),
  );
  return {
    dir,
    areas: curriculum.areas,
    topics: topics.flat(),
    paths: paths.filter((path) => path !== null),
    sources: Object.entries(sources).map(([id, source]) => ({ id, ...source, hash: contentHash(source) })),
    glossary: Object.entries(glossary).map(([id, term]) => ({ id, ...term, hash: contentHash(term) })),
    places: { curriculum: curriculumYaml.place, sources: sourcesYaml.place, glossary: glossaryYaml.place },
    // files are read side by side, and told of in one order
    problems: problems.toSorted(byPlace),
    strayTopics: folders.filter((folder) => !curriculum.topics.some(({ slug }) => slug === folder)),
    curriculum,
  };
}

async function readPath(dir: string, name: string, problems: Problem[]): Promise<CoursePath | null> {
  const yaml = await readYaml(dir, `paths/${name}`);
  const path = readBySchema(yaml, pathFile, problems);
  return path && { ...path, hash: contentHash(path), place: yaml.place };
}
