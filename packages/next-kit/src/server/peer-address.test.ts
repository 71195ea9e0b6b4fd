import { expect, test } from "vitest";
import { peerAddress } from "./peer-address";

test.each([
  ["without proxies the socket's peer counts, whatever a header says", "192.0.2.1", "203.0.113.9", 0, "192.0.2.1"],
  ["behind one proxy, what that proxy saw", "10.0.0.1", "203.0.113.9", 1, "203.0.113.9"],
  [
    "a client that writes the header itself does not choose its address",
    "10.0.0.1",
    "1.2.3.4, 203.0.113.9",
    1,
    "203.0.113.9",
  ],
  ["behind two proxies, the second from the right", "10.0.0.2", "1.2.3.4, 203.0.113.9, 10.0.0.1", 2, "203.0.113.9"],
  ["a header shorter than the row of proxies is not believed", "10.0.0.2", "203.0.113.9", 2, "10.0.0.2"],
  ["no header at all", "10.0.0.1", undefined, 1, "10.0.0.1"],
  ["an IPv4 address on a dual-stack socket", "::ffff:192.0.2.1", undefined, 0, "192.0.2.1"],
  ["a closed socket", undefined, undefined, 0, "unknown"],
] as const)("%s", (_, socket, header, hops, address) => {
  expect(peerAddress(socket, header, hops)).toBe(address);
});

test("repeated headers are one list", () => {
  expect(peerAddress("10.0.0.1", ["1.2.3.4", "203.0.113.9"], 1)).toBe("203.0.113.9");
});
