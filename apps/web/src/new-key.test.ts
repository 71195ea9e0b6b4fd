import { afterEach, expect, test, vi } from "vitest";
import { newKey } from "./new-key";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
afterEach(() => vi.unstubAllGlobals());

test("a key is a random UUID", () => {
  expect(newKey()).toMatch(uuid);
});
test("a page that came over plain http makes keys too, each its own", () => {
  vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto) });
  const keys = Array.from({ length: 200 }, newKey);
  for (const key of keys) expect(key).toMatch(uuid);
  expect(new Set(keys).size).toBe(200);
});
