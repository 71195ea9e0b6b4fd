import { once } from "node:events";
import { createServer, request as send, type RequestListener, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { gatherWrites } from "./gather-writes";

const closers: (() => unknown)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});
async function serve(answer: (url: string, response: ServerResponse) => Promise<void> | void): Promise<number> {
  const listener: RequestListener = (request, response) => {
    gatherWrites(response);
    void answer(request.url ?? "", response);
  };
  const server = createServer(listener);
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

test("a reader who is slow gets a long page whole, and the writer waits for the socket", async () => {
  const piece = Buffer.alloc(256 * 1024, "a");
  let waits = 0;
  const port = await serve(async (_, response) => {
    for (let i = 0; i < 32; i++)
      if (!response.write(piece)) {
        waits++;
        await once(response, "drain");
      }
    response.end();
  });
  const length = await new Promise<number>((resolve, reject) => {
    send({ port, host: "127.0.0.1", agent: false }, (response) => {
      let got = 0;
      response.on("data", (data: Buffer) => {
        got += data.length;
        response.pause();
        setTimeout(() => response.resume(), 1);
      });
      response.on("end", () => resolve(got));
    })
      .on("error", reject)
      .end();
  });
  expect(length).toBe(32 * piece.length);
  expect(waits).toBeGreaterThan(0);
});

test("requests that come in one packet on one connection are each answered whole and in their order", async () => {
  const port = await serve(async (url, response) => {
    response.flushHeaders();
    response.write(`<${url}`);
    // the first is the last to be ready
    if (url === "/1") await new Promise((resolve) => setTimeout(resolve, 20));
    response.write("|");
    await turn();
    response.end(`${url}>`);
  });
  const socket = connect(port, "127.0.0.1");
  closers.push(() => socket.destroy());
  let heard = "";
  socket.on("data", (data) => (heard += data.toString()));
  socket.write(["/1", "/2", "/3"].map((url) => `GET ${url} HTTP/1.1\r\nHost: a\r\n\r\n`).join(""));
  await vi.waitFor(() => expect(heard).toContain("/3>"));
  const bodies = heard
    .split("HTTP/1.1 200")
    .slice(1)
    .map((answer) => {
      const [, ...chunks] = answer.split("\r\n\r\n");
      // each piece stands under its length
      return chunks
        .join("")
        .split("\r\n")
        .filter((_, line) => line % 2 === 1)
        .join("");
    });
  expect(bodies).toEqual(["</1|/1>", "</2|/2>", "</3|/3>"]);
});

test("a reader who leaves in the middle leaves the server in peace", async () => {
  const closed = vi.fn<() => void>();
  const port = await serve((_, response) => {
    response.once("close", closed);
    const timer = setInterval(() => {
      response.write("a".repeat(10_000));
      if (response.destroyed) clearInterval(timer);
    }, 1);
  });
  const socket = connect(port, "127.0.0.1");
  socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  await once(socket, "data");
  socket.destroy();
  await vi.waitFor(() => expect(closed).toHaveBeenCalled());
  await turn();
});
