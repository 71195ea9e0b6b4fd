import { escapeHtml } from "@tidao/kernel";
import { files } from "./exported-files";
import { pagesOf } from "./exported-file";
import { codeIn, type ReadableWord, sayIn } from "./readable-words";
import type { Snapshot } from "./snapshot.repo";
import type { ToldAnswer } from "./tell-answers";

const style = `body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #bbb8}td{overflow-wrap:anywhere;white-space:pre-line}h2{margin-top:2.5rem}:root{color-scheme:light dark}`;

type Row = Record<string, unknown>;
interface Section {
  title: ReadableWord;
  file: string;
  head: readonly ReadableWord[];
  cells(row: Row): readonly string[];
}

/** A page that needs nothing but a browser: the account, what it answered, where it stands, who looked. Written as it is read. */
export async function* readablePage(snapshot: Snapshot, count: (rows: number) => Promise<void>): AsyncGenerator<string> {
  const { account, at } = snapshot;
  const { locale } = account;
  const say = sayIn(locale);
  const head = (title: ReadableWord) => `<h2>${escapeHtml(say(title))}</h2>\n`;
  yield `<!doctype html>\n<html lang="${locale === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(say("title"))}</title><style>${style}</style></head><body>\n`;
  yield `<h1>${escapeHtml(say("title"))}</h1>\n<p>${escapeHtml(say("made", { name: account.name, email: account.email, at: time(snapshot)(at) }))}</p>\n<p>${escapeHtml(say("alsoJson"))}</p>\n`;
  for (const section of sections(snapshot)) {
    const file = files.find(({ name }) => name === section.file);
    if (!file) throw new Error(`no file ${section.file}`);
    yield head(section.title);
    let rows = 0;
    for await (const page of pagesOf(file, snapshot)) {
      if (rows === 0) yield `<table><thead><tr>${section.head.map((word) => `<th scope="col">${escapeHtml(say(word))}</th>`).join("")}</tr></thead><tbody>\n`;
      for (const row of page) yield `<tr>${section.cells(row as Row).map((text) => `<td>${escapeHtml(text)}</td>`).join("")}</tr>\n`;
      rows += page.length;
      await count(section.file === "answers.json" ? page.length : 0);
    }
    yield rows ? "</tbody></table>\n" : `<p>${escapeHtml(say("none"))}</p>\n`;
  }
  yield `${head("allFiles")}<ul>${files.map(({ name }) => `<li><a href="data/${name}">${name}</a></li>`).join("")}</ul>\n</body></html>\n`;
}

/** In the learner's own zone. */
const time = ({ account }: Snapshot) => {
  const format = new Intl.DateTimeFormat(account.locale === "zh" ? "zh-CN" : "en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: account.zone });
  return (instant: unknown): string => (instant === null || instant === undefined ? "" : format.format(new Date(instant as string | Date)));
};
const number = (value: unknown) => (typeof value === "number" ? String(Math.round(value * 100) / 100) : "");
const word = (value: unknown) => (typeof value === "string" ? value : "");

function sections(snapshot: Snapshot): Section[] {
  const { locale } = snapshot.account;
  const say = sayIn(locale);
  const at = time(snapshot);
  return [
    { title: "mastery", file: "topic_mastery.json", head: ["topic", "answersCount", "rightCount"], cells: (r) => [word(r.topic_slug), number(r.answers), number(r.right)] },
    { title: "days", file: "daily_activity.json", head: ["day", "answersCount", "rightCount", "seconds"], cells: (r) => [word(r.local_date), number(r.answers), number(r.right), number(r.seconds)] },
    {
      title: "attempts", file: "attempts.json", head: ["assignment", "class", "when", "points"],
      cells: (r) => [word(r.assignment), word(r.class), at(r.started_at), r.points === null ? say("withheld") : number(r.points)],
    },
    {
      title: "looked", file: "who-looked.json", head: ["who", "what", "when", "times"],
      cells: (r) => [r.viewer === null ? say("gone") : word(r.viewer), [codeIn(locale, word(r.what)), word(r.assignment)].filter(Boolean).join(" · "), at(r.last_at), number(r.times)],
    },
    {
      title: "answers", file: "answers.json", head: ["when", "asked", "answered", "verdict"],
      cells: (row) => {
        const { submitted_at, asked, answered, gradings } = row as unknown as ToldAnswer;
        const last = gradings?.at(-1);
        const verdict = last ? `${codeIn(locale, last.verdict)} (${number(last.points)})` : say("withheld");
        return [at(submitted_at), asked, answered.length ? answered.join("\n") : say("blank"), verdict];
      },
    },
  ];
}
