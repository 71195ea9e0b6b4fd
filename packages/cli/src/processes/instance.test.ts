import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { holdInstance, isInstanceHeld } from "./instance";

it("a second start in a checkout says who runs already and where", async () => {
  const folder = `/checkout/${randomUUID()}`;
  const first = await holdInstance("product", "npm start", folder);
  first.announce("http://localhost:3000");
  await expect(holdInstance("product", "npm run dev", folder)).rejects.toThrow(
    new RegExp(`npm start \\(process ${process.pid}\\)\\n  http://localhost:3000`),
  );
  expect(await isInstanceHeld("product", folder)).toBe(true);

  first.release();
  const second = await holdInstance("product", "npm run dev", folder);
  second.release();
});

it("another checkout, and the tests of the same one, run beside it", async () => {
  const folder = `/checkout/${randomUUID()}`;
  const product = await holdInstance("product", "npm start", folder);
  const others = [
    await holdInstance("test", "npm test", folder),
    await holdInstance("product", "npm start", `${folder}2`),
  ];
  for (const instance of [product, ...others]) instance.release();
  expect(await isInstanceHeld("product", folder)).toBe(false);
});
