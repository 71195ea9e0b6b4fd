import { expect, test } from "vitest";
import { canonicalJson, contentHash } from "./content-hash";

test("the order of keys and fields without a value do not change a hash", () => {
  expect(contentHash({ a: 1, b: { c: [1, 2], d: undefined } })).toBe(contentHash({ b: { c: [1, 2] }, a: 1 }));
});
test("the order of a list, a type or a text does", () => {
  const all = [{ a: [1, 2] }, { a: [2, 1] }, { a: ["1", 2] }, { a: [1, 2], b: null }].map(contentHash);
  expect(new Set(all).size).toBe(all.length);
});
test("the hash is SHA-256 of JSON with sorted keys (RFC 8785 for the values that we have)", () => {
  expect(canonicalJson({ b: 1.5, a: ["é", true, null] })).toBe('{"a":["é",true,null],"b":1.5}');
  expect(contentHash({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
});
