import { createServer, type Server } from "node:net";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { isRefusal, openPostOffice } from "./post-office";
import type { Letter } from "./write-letter";

let server: Server;
afterEach(() => new Promise<void>((resolve) => void server.close(() => resolve())));

/** As much of RFC 5321 as one mail needs. @returns its address, and what was sent to it */
async function mailServer(answerToRecipient: string): Promise<{ url: string; received: string[] }> {
  const received: string[] = [];
  server = createServer((socket) => {
    let data: string[] | null = null;
    socket.write("220 test\r\n");
    socket.on("data", (chunk) => {
      for (const line of chunk.toString("utf8").split("\r\n").slice(0, -1)) {
        if (data && line !== ".") data.push(line);
        else if (data) {
          received.push(data.join("\n"));
          data = null;
          socket.write("250 taken\r\n");
        } else if (line === "DATA") {
          data = [];
          socket.write("354 go on\r\n");
        } else if (line.startsWith("RCPT")) socket.write(`${answerToRecipient}\r\n`);
        else if (line === "QUIT") socket.end("221 bye\r\n");
        else socket.write("250 ok\r\n");
      }
    });
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}
const letter: Letter = {
  id: "01890000-0000-7000-8000-000000000000",
  kind: "verify",
  address: "ada@example.com",
  locale: "zh",
  date: new Date("2026-03-02T10:00:00Z"),
  subject: "请确认\r\nBcc: everybody@example.com",
  text: "你好",
  html: "<p>你好</p>",
  headers: {},
};
const officeAt = (smtpUrl: string) => openPostOffice({ smtpUrl, folder: "", from: "Tidao 题道 <no-reply@example.org>", webUrl: "https://learn.example.org" });

test("mail goes to the server that is set, and a name in it cannot add a recipient", async () => {
  const { url, received } = await mailServer("250 ok");
  expect(await officeAt(url).send(letter)).toBeNull();
  expect(received).toHaveLength(1);
  expect(received[0]).toContain("Message-ID: <01890000-0000-7000-8000-000000000000@learn.example.org>");
  expect(received[0]).not.toMatch(/^Bcc:/m);
});

test.each([
  ["550 no such mailbox", true],
  ["450 try again later", false],
])("a server that says %s refuses for good: %s", async (answer, forGood) => {
  const { url } = await mailServer(answer);
  const error: unknown = await officeAt(url).send(letter).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(Error);
  expect(isRefusal(error)).toBe(forGood);
});
