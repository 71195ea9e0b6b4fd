import { expect, it } from "vitest";
import { parsePidFile } from "./pid-file";

it("reads the process and the port of a running server", () => {
  const text = "4711\n/x/.data/postgres\n1763900000\n5434\n\n127.0.0.1\n  5434001    32768\nready   \n";
  expect(parsePidFile(text)).toEqual({ pid: 4711, port: 5434 });
});

it("takes a file that was cut short for no server", () => {
  expect(parsePidFile("")).toBeNull();
  expect(parsePidFile("4711\n/x/.data/postgres\n")).toBeNull();
});
