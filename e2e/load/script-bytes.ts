import { gzipSync } from "node:zlib";
import { send } from "./calls";

/** Script that a first visit loads, in kB after gzip -9: what the page names in its HTML, each file once. */
export async function scriptBytes(url: string, cookie: string): Promise<number> {
  const { body } = await send(url, { cookie });
  const tags = [...body.matchAll(/<(?:script|link)\b[^>]*>/g)].map(([tag]) => tag);
  const sources = tags
    .filter((tag) => !/nomodule/i.test(tag) && (tag.startsWith("<script") || /as="script"|rel="modulepreload"/.test(tag)))
    .flatMap((tag) => /(?:src|href)="([^"]+\.js[^"]*)"/.exec(tag)?.[1] ?? []);
  let bytes = 0;
  for (const source of new Set(sources)) {
    const script = await send(new URL(source, url).href, { cookie });
    bytes += gzipSync(script.body, { level: 9 }).length;
  }
  return Math.round(bytes / 100) / 10;
}
