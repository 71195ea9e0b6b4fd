import { findStems, findTopicTitles } from "./names.repo";
import { plainNumbers } from "./plain-numbers";
import { codeIn, type ReadableWord, sayIn } from "./readable-words";
import type { Snapshot } from "./snapshot.repo";
import type { ToldAnswer } from "./tell-answers";

type Row = Record<string, unknown>;
export interface Section {
  title: ReadableWord;
  /** The file whose rows it tells. */
  file: string;
  head: readonly ReadableWord[];
  /** Null for a row that is told in the file alone. */
  cells(row: Row, stems: ReadonlyMap<string, string>): readonly string[] | null;
}

/** The questions that a page of rows is about, in words; one that an open assignment withholds has none, as on every page. */
export async function stemsOf(rows: readonly Row[], { account, connection, withheld }: Snapshot): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ question_id, questions }) => [question_id, ...(Array.isArray(questions) ? (questions as unknown[]) : [])]);
  const told = new Set(ids.filter((id) => typeof id === "string"));
  for (const id of withheld) told.delete(id);
  const stems = await findStems([...told], account.locale, connection);
  return new Map([...stems].map(([id, stem]) => [id, plainNumbers(stem)]));
}

/** In the learner's own zone. */
export const timeIn = ({ account }: Snapshot) => {
  const format = new Intl.DateTimeFormat(account.locale === "zh" ? "zh-CN" : "en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: account.zone });
  return (instant: unknown): string => (instant === null || instant === undefined ? "" : format.format(new Date(instant as string | Date)));
};
/** A day of their calendar. */
const dayIn = ({ account }: Snapshot) => {
  const format = new Intl.DateTimeFormat(account.locale === "zh" ? "zh-CN" : "en-GB", { dateStyle: "medium", timeZone: "UTC" });
  return (day: unknown): string => (typeof day === "string" ? format.format(new Date(`${day}T00:00:00Z`)) : "");
};
const number = (value: unknown) => (typeof value === "number" ? String(Math.round(value * 100) / 100) : "");
const word = (value: unknown) => (typeof value === "string" ? value : "");

/** What somebody would look for first comes first; their answers, which are many, last. */
export async function readableSections(snapshot: Snapshot): Promise<Section[]> {
  const { locale, zone } = snapshot.account;
  const say = sayIn(locale);
  const at = timeIn(snapshot);
  const day = dayIn(snapshot);
  const code = (value: unknown) => codeIn(locale, word(value));
  const titles = await findTopicTitles(locale, snapshot.connection);
  const topic = (slug: unknown) => titles.get(word(slug)) ?? word(slug);
  const list = (...lines: string[]) => lines.filter(Boolean).join("\n");
  return [
    {
      title: "account", file: "account.json", head: ["name", "email", "language", "zone", "since"],
      cells: (r) => [word(r.name), list(word(r.email), say(r.email_verified_at ? "verified" : "unverified")), code(locale), zone, at(r.created_at)],
    },
    { title: "signIns", file: "session.json", head: ["device", "since", "lastUsed", "ended"], cells: (r) => [word(r.user_agent), at(r.created_at), at(r.last_seen_at), at(r.revoked_at)] },
    { title: "classes", file: "classes.json", head: ["class", "role", "since", "left"], cells: (r) => [word(r.name), code(r.role), at(r.joined_at), at(r.left_at)] },
    { title: "notes", file: "note.json", head: ["when", "about", "text"], cells: (r, stems) => (r.deleted_at ? null : [at(r.updated_at), stems.get(word(r.question_id)) ?? topic(r.topic_slug), r.withheld ? say("withheldNote") : word(r.body)]) },
    { title: "bookmarks", file: "bookmark.json", head: ["when", "asked"], cells: (r, stems) => [at(r.created_at), stems.get(word(r.question_id)) ?? word(r.question_id)] },
    {
      title: "lists", file: "question-lists.json", head: ["list", "asked"],
      cells: (r, stems) => (r.deleted_at ? null : [word(r.name), (r.questions as string[]).map((id, index) => `${index + 1}. ${stems.get(id) ?? id}`).join("\n")]),
    },
    { title: "reports", file: "reports.json", head: ["when", "asked", "text", "reply"], cells: (r, stems) => [at(r.created_at), stems.get(word(r.question_id)) ?? word(r.question_id), word(r.text), word(r.answer)] },
    { title: "plan", file: "study-plan.json", head: ["interview", "minutes"], cells: (r) => [day(r.interview_date), number(r.minutes_a_day)] },
    { title: "mastery", file: "topic-mastery.json", head: ["topic", "answersCount", "rightCount"], cells: (r) => [topic(r.topic_slug), number(r.answers), number(r.right)] },
    { title: "days", file: "daily-activity.json", head: ["day", "answersCount", "rightCount", "seconds"], cells: (r) => [day(r.local_date), number(r.answers), number(r.right), number(r.seconds)] },
    { title: "reviews", file: "review-cards.json", head: ["asked", "due"], cells: (r, stems) => [stems.get(word(r.question_id)) ?? word(r.question_id), at(r.due)] },
    {
      title: "attempts", file: "attempts.json", head: ["assignment", "class", "when", "points"],
      cells: (r) => [word(r.assignment), word(r.class), at(r.started_at), r.points === null ? say("withheld") : number(r.points)],
    },
    {
      title: "looked", file: "who-looked.json", head: ["who", "what", "when", "times"],
      cells: (r) => [r.viewer === null ? say("gone") : word(r.viewer), [code(r.what), word(r.assignment), word(r.class)].filter(Boolean).join(" · "), at(r.last_at), number(r.times)],
    },
    {
      title: "answers", file: "answers.json", head: ["when", "topic", "asked", "answered", "verdict"],
      cells: (row) => {
        const { submitted_at, topic: slug, asked, answered, gradings } = row as unknown as ToldAnswer;
        const last = gradings?.at(-1);
        const verdict = last ? say("verdictOf", { verdict: code(last.verdict), points: number(last.points) }) : say("withheld");
        return [at(submitted_at), topic(slug), plainNumbers(asked), answered.length ? answered.join("\n") : say("blank"), verdict];
      },
    },
  ];
}
