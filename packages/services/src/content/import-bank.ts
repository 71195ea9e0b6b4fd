import { checkQuestionInCourse, type Course, type CourseQuestion, type CourseTopic, courseDir, type Problem, type QuestionNames, readCourse } from "@tidao/content";
import { rendererVersion, renderLesson } from "@tidao/content/render";
import type { QuestionSpec } from "@tidao/grading";
import { type Connection, inTransaction, pool } from "@tidao/prisma";
import { changesWhatIsRight } from "../bank/changes-what-is-right";
import { versionContent } from "../bank/version-row";
import { insertVersion } from "../bank/version.repo";
import { deleteDraft } from "../questions/question.repo";
import { indexCourse } from "../search";
import { bankDigest } from "./bank-digest";
import {
  archiveMissing, type BankQuestion, insertLesson, insertQuestion, lockImport, readBankDigest, readBankQuestions, readHashes, readLessonHashes, renewRendering,
  saveBankDigest, saveById, savePaths, saveTopics, updateQuestion,
} from "./bank.repo";

export interface ImportReport {
  /** True when the files are those of the last import; nothing else was looked at. */
  unchanged: boolean;
  created: number;
  updated: number;
  /** Landed as drafts "from files": what is right for an answered question would change. */
  drafted: string[];
  archived: number;
  /** Changed in the files and in the editor, or with a fault that the check finds; left as they are. */
  conflicts: { id: string; what: string }[];
}
/** Files that cannot be read: nothing was imported. */
export class UnreadableCourse extends Error {
  override readonly name = "UnreadableCourse";
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ file, line, what, mend }) => `${file}:${line}  ${what}  ${mend}`).join("\n"));
    this.problems = problems;
  }
}
const nothing = (): ImportReport => ({ unchanged: false, created: 0, updated: 0, drafted: [], archived: 0, conflicts: [] });

/**
 * Brings the course's files into the database by stable id, in one transaction. File unchanged: nothing. Only the file
 * changed: a new version; what an editor retired stays retired. Both changed: a conflict, reported and left. Disappeared:
 * archived; nothing is deleted.
 * Importing the same files again changes nothing. A question that came or changed since the first import is published only
 * without a fault; those of an empty database are taken as checked: checking all of them takes as long as the import itself,
 * and `npm test` has done it.
 * @throws UnreadableCourse with every file that cannot be read
 */
export async function importBank({ dir = courseDir, onProgress = () => {} }: { dir?: string; onProgress?: (done: number, of: number) => void } = {}): Promise<ImportReport> {
  const digest = await bankDigest(dir);
  if ((await readBankDigest(pool)) === digest) return { ...nothing(), unchanged: true };
  const course = await readCourse(dir);
  if (course.problems.length > 0) throw new UnreadableCourse(course.problems);
  return inTransaction(async (connection) => {
    await lockImport(connection);
    const report = nothing();
    await importWords(connection, course, report);
    await importLessons(connection, course, report);
    await importQuestions(connection, course, report, onProgress);
    await indexCourse(connection, digest);
    // what is in conflict is looked at and told again until somebody has settled it, in its file or in the editor
    if (report.conflicts.length === 0) await saveBankDigest(connection, digest);
    return report;
  });
}

async function importWords(connection: Connection, course: Course, report: ImportReport): Promise<void> {
  const known = await readHashes(connection);
  const changed = <T extends { hash: string }>(items: T[], id: (item: T) => string, before: Map<string, string>) => {
    const list = items.filter((item) => before.get(id(item)) !== item.hash);
    report.created += list.filter((item) => !before.has(id(item))).length;
    report.updated += list.filter((item) => before.has(id(item))).length;
    return list;
  };
  const sources = course.sources.map(({ id, hash, ...body }) => ({ id, hash, body }));
  await saveById(connection, "source", changed(sources, (s) => s.id, known.sources));
  const terms = course.glossary.map(({ id, hash, ...body }) => ({ id, hash, body }));
  await saveById(connection, "glossary_term", changed(terms, (t) => t.id, known.glossary));
  const topics = course.topics.map((t) => ({
    slug: t.slug, number: t.number, area: t.area, prerequisites: t.prerequisites, hash: t.hash,
    body: { title: t.title, summary: t.summary, objectives: t.objectives, misconceptions: t.misconceptions, areaTitle: course.areas.find((a) => a.id === t.area)?.title, areaPosition: course.areas.findIndex((a) => a.id === t.area) },
  }));
  await saveTopics(connection, changed(topics, (t) => t.slug, known.topics));
  const paths = course.paths.map(({ slug, hash, place: _, ...body }, index) => ({ slug, position: index + 1, hash, body }));
  await savePaths(connection, changed(paths, (p) => p.slug, known.paths));
  report.archived += await archiveMissing(connection, "source", "id", course.sources.map((s) => s.id));
  report.archived += await archiveMissing(connection, "glossary_term", "id", course.glossary.map((t) => t.id));
  report.archived += await archiveMissing(connection, "topic", "slug", course.topics.map((t) => t.slug));
  report.archived += await archiveMissing(connection, "path", "slug", course.paths.map((p) => p.slug));
}

async function importLessons(connection: Connection, course: Course, report: ImportReport): Promise<void> {
  const known = await readLessonHashes(connection);
  for (const topic of course.topics) {
    const { lessonHash, lessons } = topic;
    const before = known.get(topic.slug);
    if (!lessonHash || !lessons.zh || !lessons.en) continue;
    if (before?.hash === lessonHash && before.rendererVersion === rendererVersion) continue;
    const [zh, en] = await Promise.all([render(course, topic, "zh"), render(course, topic, "en")]);
    await insertLesson(connection, {
      slug: topic.slug, number: (before?.number ?? 0) + 1, source: { zh: lessons.zh.source, en: lessons.en.source, figures: topic.figures }, rendered: { zh, en }, rendererVersion, hash: lessonHash,
    });
    report[before ? "updated" : "created"]++;
  }
}
const render = (course: Course, topic: CourseTopic, locale: "zh" | "en") => {
  const sources = Object.fromEntries(course.sources.map(({ id, hash: _, ...source }) => [id, source]));
  return renderLesson(topic.lessons[locale]?.source ?? "", locale, { figures: topic.figures, sources });
};

async function importQuestions(connection: Connection, course: Course, report: ImportReport, onProgress: (done: number, of: number) => void): Promise<void> {
  const known = await readBankQuestions(connection);
  const files = course.topics.flatMap((topic) => topic.questions.map((question) => ({ topic, question })));
  for (const [index, { topic, question }] of files.entries()) {
    const countFaults = () => (known.size === 0 ? 0 : checkQuestionInCourse(question.spec, namesFor(course, topic)).length);
    await importQuestion(connection, topic.slug, question, known.get(question.id), report, countFaults);
    onProgress(index + 1, files.length);
  }
  const present = new Set(files.map(({ question }) => question.id));
  for (const gone of known.values()) {
    if (present.has(gone.id) || gone.sourceHash === null || gone.sourceHash.startsWith(goneMark) || gone.retired) continue;
    if (gone.publishedHash !== gone.sourceHash || gone.openDraft) {
      report.conflicts.push({ id: gone.id, what: "its file has disappeared, but it was changed in the editor" });
      continue;
    }
    await updateQuestion(connection, gone.id, { topicSlug: gone.topicSlug, kind: (gone.publishedSpec as QuestionSpec).interaction.kind, hash: goneMark + gone.sourceHash, publishedVersionId: null, retired: true });
    report.archived++;
  }
}
const namesFor = (course: Course, topic: CourseTopic): QuestionNames => ({
  objectives: topic.objectives.map(({ id }) => id),
  misconceptions: topic.misconceptions.map(({ id }) => id),
  allMisconceptions: new Set(course.topics.flatMap(({ misconceptions }) => misconceptions.map(({ id }) => id))),
  sources: new Set(course.sources.map(({ id }) => id)),
  topics: new Set(course.topics.map(({ slug }) => slug)),
});
/** Before the hash of a question whose file has disappeared: it comes back with its file. */
const goneMark = "gone:";

async function importQuestion(connection: Connection, topicSlug: string, { id, spec, hash }: CourseQuestion, before: BankQuestion | undefined, report: ImportReport, countFaults: () => number): Promise<void> {
  const version = async (status: "published" | "draft", number: number) =>
    insertVersion(connection, {
      questionId: id, topicSlug, number, status, content: await versionContent(spec), origin: "import", authorId: null, correctsVersionId: null, note: null, at: new Date(),
    });
  const row = { topicSlug, kind: spec.interaction.kind, hash };
  const isFaulty = () => {
    const faults = countFaults();
    if (faults > 0) report.conflicts.push({ id, what: `${faults === 1 ? "a fault" : `${faults} faults`} in its file, which \`npm run content -- check\` names` });
    return faults > 0;
  };
  if (!before) {
    if (isFaulty()) return;
    await insertQuestion(connection, { id, ...row });
    await updateQuestion(connection, id, { ...row, publishedVersionId: await version("published", 1) });
    report.created++;
    return;
  }
  const gone = before.sourceHash?.startsWith(goneMark) ?? false;
  if (before.sourceHash === hash) return renewIfOld(connection, before, report);
  if (!gone && before.publishedHash === hash) {
    // its file says again what is published: who published the draft later would take back what came in between
    if (before.fileDraft) await deleteDraft(connection, before.fileDraft);
    return updateQuestion(connection, id, row);
  }
  if (!gone && (before.publishedHash !== before.sourceHash || before.openDraft)) {
    report.conflicts.push({ id, what: "changed in its file and in the editor" });
    return;
  }
  if (before.answered && before.publishedSpec && changesWhatIsRight(before.publishedSpec as QuestionSpec, spec)) {
    await version("draft", before.newest + 1);
    const { kind } = (before.publishedSpec as QuestionSpec).interaction;
    await updateQuestion(connection, id, { ...row, topicSlug: before.topicSlug, kind });
    report.drafted.push(id);
    return;
  }
  if (isFaulty()) return;
  const newest = await version("published", before.newest + 1);
  // what an editor retired stays retired, and comes back with this version
  const isRetired = before.retired && !gone;
  await updateQuestion(connection, id, { ...row, publishedVersionId: isRetired ? null : newest, ...(gone && { retired: false }) });
  report.updated++;
}

/** A newer renderer renews the stored HTML; what the version says stays. */
async function renewIfOld(connection: Connection, before: BankQuestion, report: ImportReport): Promise<void> {
  if (!before.publishedId || before.publishedRenderer === rendererVersion) return;
  const content = await versionContent(before.publishedSpec as QuestionSpec);
  await renewRendering(connection, before.publishedId, content.rendered, rendererVersion);
  report.updated++;
}
