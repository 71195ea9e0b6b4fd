import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Locale, locales } from "@tidao/kernel";
import { contentHash } from "../content-hash";
import type { CourseLesson, CourseQuestion, CourseTopic } from "../course";
import type { Problem } from "../problem";
import { questionFile } from "../schema/question-file.schema";
import { type TopicFile, topicFile } from "../schema/topic.schema";
import { listFiles } from "./list-files";
import { parseYamlFile, readBySchema } from "./yaml-file";

type ReadTopic = Pick<CourseTopic, "lessons" | "figures" | "questions" | "lessonHash" | "place"> & { words: TopicFile };

const readText = (dir: string, file: string) => readFile(join(dir, file), "utf8").catch(() => null);

export async function readTopic(dir: string, slug: string): Promise<{ topic: ReadTopic | null; problems: Problem[] }> {
  const problems: Problem[] = [];
  const folder = `topics/${slug}`;
  const file = `${folder}/topic.yaml`;
  const text = await readText(dir, file);
  if (text === null) {
    return {
      topic: null,
      problems: [{ file, line: 1, what: "the topic has no topic.yaml", mend: "create it: content new topic" }],
    };
  }
  const yaml = parseYamlFile(file, text);
  const words = readBySchema(yaml, topicFile, problems);
  if (!words) return { topic: null, problems };

  const figures = await readFigures(dir, folder);
  const lessons = await readLessons(dir, folder);
  const sources = Object.values(lessons).map(({ locale, source }) => ({ locale, source }));
  const topic: ReadTopic = {
    words,
    lessons,
    figures,
    questions: await readQuestions(dir, folder, problems),
    lessonHash: sources.length === 0 ? null : contentHash({ sources, figures }),
    place: yaml.place,
  };
  return { topic, problems };
}

async function readFigures(dir: string, folder: string): Promise<Record<string, string>> {
  const names = (await listFiles(join(dir, folder, "figures"))).filter((name) => name.endsWith(".svg"));
  const entries = names.map(
    async (name) => [`figures/${name}`, (await readText(dir, `${folder}/figures/${name}`)) ?? ""] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

async function readLessons(dir: string, folder: string): Promise<Partial<Record<Locale, CourseLesson>>> {
  const lessons: Partial<Record<Locale, CourseLesson>> = {};
  for (const locale of locales) {
    const file = `${folder}/lesson.${locale}.md`;
    const source = await readText(dir, file);
    if (source !== null) lessons[locale] = { locale, source: source.replaceAll("\r\n", "\n"), file };
  }
  return lessons;
}

async function readQuestions(dir: string, folder: string, problems: Problem[]): Promise<CourseQuestion[]> {
  const all = await listFiles(join(dir, folder, "questions"));
  const names = all.filter((name) => name.endsWith(".yaml"));
  // a question that is not read would be missed by nobody
  for (const name of all.filter((each) => /\.ya?ml$/i.test(each) && !each.endsWith(".yaml")))
    problems.push({
      file: `${folder}/questions/${name}`,
      line: 1,
      what: "not read: the file of a question ends with .yaml",
      mend: "rename it, or move it elsewhere",
    });
  const read = names.map(async (name) => {
    const file = `${folder}/questions/${name}`;
    const yaml = parseYamlFile(file, (await readText(dir, file)) ?? "");
    const question = readBySchema(yaml, questionFile, problems);
    if (!question) return [];
    const { id, ...spec } = question;
    if (`${id}.yaml` !== name) {
      problems.push({
        file,
        line: yaml.place.lineOf(["id"]),
        what: `id ${id} differs from the file's name`,
        mend: `rename the file to ${id}.yaml`,
      });
    }
    return [{ id, spec, hash: contentHash(spec), place: yaml.place }];
  });
  return (await Promise.all(read)).flat();
}
