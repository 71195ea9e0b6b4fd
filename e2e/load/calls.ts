import { randomUUID } from "node:crypto";
import { request as httpRequest, Agent } from "node:http";

/** Kept-alive connections, so that what is measured is the server and not handshakes. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

export interface Answer {
  status: number;
  body: string;
}
/** One request over HTTP; rejects when the connection breaks. */
export function send(url: string, options: { method?: string; cookie?: string; body?: unknown; locale?: string } = {}): Promise<Answer> {
  const target = new URL(url);
  const payload = options.body === undefined ? undefined : JSON.stringify(options.body);
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      target,
      {
        method: options.method ?? "GET",
        agent,
        timeout: 30_000,
        headers: {
          ...(options.cookie && { cookie: options.cookie }),
          ...(payload !== undefined && { "content-type": "application/json", "content-length": Buffer.byteLength(payload) }),
          ...(options.method === "POST" && { origin: target.origin }),
          "x-tidao-locale": options.locale ?? "en",
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString("utf8") }));
        response.on("error", reject);
      },
    );
    request.on("timeout", () => request.destroy(new Error("no answer in 30 s")));
    request.on("error", reject);
    request.end(payload);
  });
}

export const query = (base: string, procedure: string, input: unknown, cookie: string) =>
  send(`${base}/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`, { cookie });
export const mutate = (base: string, procedure: string, input: unknown, cookie: string) =>
  send(`${base}/api/trpc/${procedure}`, { method: "POST", body: input, cookie });

/** The data of an answer; throws with the whole answer when it is a failure. */
export function dataOf<T>({ status, body }: Answer): T {
  if (status !== 200) throw new Error(`${status}: ${body.slice(0, 300)}`);
  return (JSON.parse(body) as { result: { data: T } }).result.data;
}

interface Shown {
  kind: string;
  choices?: { id: string }[];
  items?: { id: string }[];
  lefts?: { id: string }[];
  rights?: { id: string }[];
  blanks?: string[];
  spans?: string[];
}
/** Some answer of the right form; whether it is right does not matter here. */
export function anyAnswer(shown: Shown): object {
  const { kind } = shown;
  switch (kind) {
    case "single-choice":
      return { kind, choiceId: shown.choices?.[0]?.id };
    case "multiple-choice":
      return { kind, choiceIds: [shown.choices?.[0]?.id] };
    case "numeric":
      return { kind, text: "42" };
    case "ordering":
      return { kind, itemIds: shown.items?.map((item) => item.id) };
    case "matching":
      return { kind, matches: Object.fromEntries((shown.lefts ?? []).map((left, i) => [left.id, shown.rights?.[i]?.id])) };
    case "cloze":
      return { kind, blanks: Object.fromEntries((shown.blanks ?? []).map((id) => [id, "word"])) };
    case "find-error":
      return { kind, spanIds: [shown.spans?.[0]] };
    default:
      return { kind: "blank" };
  }
}

export interface NextQuestion {
  question: { questionId: string; versionId: string; seed: number; shown: Shown } | null;
}
/** What a page would send when the button is pressed once. */
export const submissionOf = (next: NextQuestion["question"] & object) => ({
  submissionKey: randomUUID(),
  versionId: next.versionId,
  seed: next.seed,
  answer: anyAnswer(next.shown),
  confidence: 2,
  durationMs: 30_000,
});
