import { createServer, type ServerResponse } from "node:http";
import { Duplex } from "node:stream";
import { pino } from "pino";
import { expect, test, vi } from "vitest";
import { requestHandler } from "./handle-request";
import { readSettings } from "./settings";

/**
 * A connection that holds each write apart: a socket of the machine would put those of one turn together again before
 * anybody reads, gathered or not.
 */
class Connection extends Duplex {
  readonly sent: string[] = [];
  override _read() {}
  override _write(chunk: Buffer, _: unknown, done: () => void) {
    this.sent.push(chunk.toString());
    done();
  }
  override _writev(chunks: { chunk: Buffer }[], done: () => void) {
    this.sent.push(chunks.map(({ chunk }) => chunk.toString()).join(""));
    done();
  }
}
async function sentFor(pages: (response: ServerResponse) => void): Promise<string[]> {
  const handler = requestHandler({
    settings: readSettings("web", { NODE_ENV: "production" }),
    log: pino({ level: "silent" }),
    trpc: () => {},
    callerFor: () => null,
    pages: (_, response) => pages(response),
  });
  const connection = new Connection();
  createServer(handler).emit("connection", connection);
  const ended = vi.fn<() => void>();
  connection.once("finish", ended);
  connection.push("GET /en HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  await vi.waitFor(() => expect(ended).toHaveBeenCalled());
  return connection.sent;
}
/** As Next writes a page: the head and its pieces in one turn, as streams do, and the rest when it is ready. */
function page(response: ServerResponse) {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  response.flushHeaders();
  response.write("one ");
  void Promise.resolve().then(() => process.nextTick(() => response.write("two ")));
  setTimeout(() => {
    response.write("three ");
    response.write("four ");
    response.end();
  }, 20);
}

test("a page's head and pieces of one turn are one write, and what comes later is another", async () => {
  const [first, second, ...more] = await sentFor(page);
  expect(first).toMatch(/^HTTP\/1\.1 200[^]*one [^]*two /);
  expect(second).toMatch(/three [^]*four [^]*\r\n0\r\n\r\n$/);
  expect(more).toEqual([]);
});
