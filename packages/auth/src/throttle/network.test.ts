import { expect, test } from "vitest";
import { networkOf } from "./network";

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["unknown", "unknown"],
])("%s counts as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test("all addresses of one household's IPv6 network count together, the neighbour's do not", () => {
  expect(networkOf("2001:db8:0:1::aaaa")).toBe(networkOf("2001:db8::1:0:0:0:bbbb"));
  expect(networkOf("2001:db8:0:1::aaaa")).not.toBe(networkOf("2001:db8:0:2::aaaa"));
});
