import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type QuestionKind, questionKinds } from "@tidao/grading/spec";
import { parseDocument } from "yaml";
import { shortName } from "../check/check-topic-words";
import { courseDir, readCourse } from "../read/read-course";
import { slug as slugSchema } from "../schema/words.schema";
import { toYaml } from "../write/to-yaml";
import { questionPath, writeUnlessSame } from "../write/write-question";
import type { Print } from "./print";
import { blankQuestion, blankTopic } from "./scaffold";

const usage = `content new question <topic> <kind> <name>   a question file to fill in
content new topic <slug> <short>             a topic file; <short> begins its ids ("tok")
kinds: ${questionKinds.join(", ")}`;

/** Writes a file that is valid in form and empty in words; the check then names every text to write. */
export async function runNew(args: readonly string[], print: Print = console.log, dir = courseDir): Promise<number> {
  const [what, ...rest] = args;
  const make = what === "question" ? newQuestion : what === "topic" ? newTopic : null;
  const outcome = (await make?.(rest, dir)) ?? { fault: usage };
  print("fault" in outcome ? outcome.fault : `written: ${outcome.files.join(", ")}`);
  return "fault" in outcome ? 1 : 0;
}
type Outcome = { files: string[] } | { fault: string };

const isKind = (name: string): name is QuestionKind => questionKinds.some((kind) => kind === name);

async function newQuestion([topicSlug = "", kind = "", name = ""]: string[], dir: string): Promise<Outcome> {
  if (kind !== "" && !isKind(kind)) return { fault: `there is no kind ${kind}\n${usage}` };
  if (!isKind(kind)) return { fault: usage };
  if (!slugSchema.safeParse(name).success)
    return { fault: `“${name}” is no name: use small letters, digits and hyphens\n${usage}` };
  const course = await readCourse(dir);
  const topic = course.topics.find(({ slug }) => slug === topicSlug);
  if (!topic) return { fault: `there is no topic ${topicSlug}: ${course.topics.map(({ slug }) => slug).join(", ")}` };
  const short = shortName(topic);
  const id = name.startsWith(`${short}-`) ? name : `${short}-${name}`;
  const taken = course.topics.flatMap(({ questions }) => questions).find((question) => question.id === id);
  if (taken) return { fault: `${id} exists already: ${taken.place.file}` };
  const question = blankQuestion(
    id,
    kind,
    topic.objectives[0]?.id ?? `${short}-o1`,
    course.sources[0]?.id ?? "source-2020",
  );
  const { file, changed } = await writeUnlessSame(dir, questionPath(topicSlug, id), toYaml(question), () => true);
  return changed ? { files: [file] } : { fault: `${file} exists already` };
}

async function newTopic([slug = "", short = ""]: string[], dir: string): Promise<Outcome> {
  if (!slugSchema.safeParse(slug).success || !/^[a-z]+$/.test(short)) return { fault: usage };
  const course = await readCourse(dir);
  const [area] = course.areas;
  if (!area || course.curriculum.topics.some((topic) => topic.slug === slug))
    return { fault: `the topic ${slug} exists already` };
  const { file } = await writeUnlessSame(dir, `topics/${slug}/topic.yaml`, toYaml(blankTopic(slug, short)), () => true);
  // through the document, so that the file's comments stay
  const path = join(dir, course.places.curriculum.file);
  const document = parseDocument(await readFile(path, "utf8"));
  const id = Math.max(0, ...course.curriculum.topics.map((topic) => topic.id)) + 1;
  document.addIn(["topics"], document.createNode({ id, slug, area: area.id, prerequisites: [] }));
  await writeFile(path, document.toString({ lineWidth: 0, flowCollectionPadding: false }));
  return { files: [file, course.places.curriculum.file] };
}
