import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("a line of places fades only in a browser that tells how far it was moved", () => {
  const css = readFileSync(new URL("./theme/frame.css", import.meta.url), "utf8");
  const [before = "", within = ""] = css.split("@supports (animation-timeline: scroll(self inline)) {");
  expect(within).toMatch(/^\s*\.fading-line \{/);
  expect(within.match(/\.fading-line \{/g)).toHaveLength(1);
  expect(before).not.toContain(".fading-line");
});
