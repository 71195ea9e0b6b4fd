import { escapeHtml } from "@tidao/kernel";
import { files } from "./exported-files";
import { pagesOf } from "./exported-file";
import { readableSections, stemsOf, timeIn } from "./readable-sections";
import { type ReadableWord, sayIn } from "./readable-words";
import type { Snapshot } from "./snapshot.repo";

const style = `body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #bbb8}td{overflow-wrap:break-word;min-width:4.5rem;white-space:pre-line}.wide{overflow-x:auto}h2{margin-top:2.5rem}:root{color-scheme:light dark}`;

/** A page that needs nothing but a browser: the account, what it wrote and answered, where it stands, who looked. Written as it is read. */
export async function* readablePage(snapshot: Snapshot, count: (rows: number) => Promise<void>): AsyncGenerator<string> {
  const { account, at } = snapshot;
  const { locale } = account;
  const say = sayIn(locale);
  const head = (title: ReadableWord) => `<h2>${escapeHtml(say(title))}</h2>\n`;
  yield `<!doctype html>\n<html lang="${locale === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(say("title"))}</title><style>${style}</style></head><body>\n`;
  yield `<h1>${escapeHtml(say("title"))}</h1>\n<p>${escapeHtml(say("made", { name: account.name, email: account.email, at: timeIn(snapshot)(at) }))}</p>\n<p>${escapeHtml(say("alsoJson"))}</p>\n`;
  for (const section of await readableSections(snapshot)) {
    const file = files.find(({ name }) => name === section.file);
    if (!file) throw new Error(`no file ${section.file}`);
    yield head(section.title);
    let rows = 0;
    for await (const page of pagesOf(file, snapshot)) {
      const told = page as Record<string, unknown>[];
      // an answer is in words already
      const stems = section.file === "answers.json" ? new Map<string, string>() : await stemsOf(told, snapshot);
      const lines = told.flatMap((row) => [section.cells(row, stems) ?? []].filter((cells) => cells.length > 0));
      if (rows === 0 && lines.length > 0) yield `<div class="wide"><table><thead><tr>${section.head.map((word) => `<th scope="col">${escapeHtml(say(word))}</th>`).join("")}</tr></thead><tbody>\n`;
      for (const cells of lines) yield `<tr>${cells.map((text) => `<td>${escapeHtml(text)}</td>`).join("")}</tr>\n`;
      rows += lines.length;
      await count(section.file === "answers.json" ? page.length : 0);
    }
    yield rows ? "</tbody></table></div>\n" : `<p>${escapeHtml(say("none"))}</p>\n`;
  }
  yield `${head("allFiles")}<ul>${files.map(({ name }) => `<li><a href="data/${name}">${name}</a></li>`).join("")}</ul>\n</body></html>\n`;
}
