import { describe, expect, test } from "vitest";
import { plainWords, spanWords, spokenWords, withInputs, withToggles } from "./passage-html";
import { samples } from "./sample-questions";

describe("a passage with blanks", () => {
  const html = withInputs(samples.cloze.passage, (number) => `Blank ${number} of 2`, { b1: '"32" <b>' });

  test("has an input for each blank, named for those who cannot see where it stands", () => {
    expect(html.match(/<input/g)).toHaveLength(2);
    expect(html).toContain('data-blank="b2" aria-label="Blank 2 of 2"');
    expect(html).not.toContain("</span>");
  });

  test("what the learner typed cannot become markup", () => {
    expect(html).toContain('value="&quot;32&quot; &lt;b&gt;"');
  });
});

describe("a passage with errors", () => {
  test("has a toggle for each span, pressed where it was marked", () => {
    const html = withToggles(samples["find-error"].passage, ["s2"]);
    expect(html).toContain('data-span="s1" role="button" tabindex="0" aria-pressed="false"');
    expect(html).toContain('data-span="s2" role="button" tabindex="0" aria-pressed="true"');
  });

  test("the words of a span are found around mathematics inside it", () => {
    const { passage } = samples["find-error"];
    expect(spanWords(passage, "s1")).toBe("Caching lowers memory");
    expect(spanWords(passage, "s2")).toBe('takes <span class="katex">2L</span> bytes');
    expect(spanWords(passage, "nobody")).toBe("");
  });
});

test("an option shows words, cut when long, and no garbled mathematics", () => {
  expect(plainWords("<p>a &lt; <code>b</code></p>")).toBe("a < b");
  expect(plainWords('<span class="katex">x</span>')).toBeNull();
  expect(plainWords("x".repeat(100))).toHaveLength(71);
});

test("a part with formulas is heard in their words, whatever is drawn of them", () => {
  const formula =
    '<span class="katex"><span class="katex-mathml"><math aria-label="n over k &lt; 1"><mfrac><mi>n</mi><mi>k</mi></mfrac></math></span>' +
    '<span class="katex-html" aria-hidden="true"><span class="base"><span>n</span><span>k</span></span></span></span>';
  expect(spokenWords(`At most ${formula} of <em>it</em>`)).toBe("At most n over k < 1 of it");
});
