import { expect, test } from "vitest";
import { renderInline, renderMarkdown } from "./render-markdown";

const said = async (tex: string, locale: "zh" | "en") =>
  /aria-label="([^"]*)"/.exec(await renderInline(`$${tex}$`, locale))?.[1];

test.each([
  ["O(nL)", "O open paren n L close paren", "O左括号n L右括号"],
  ["\\frac{n}{k}", "n over k", "k分之n"],
  ["\\frac{n+1}{k}", "the fraction n plus 1 over k end of fraction", "分式，分子n加1，分母k，分式结束"],
  ["n^k \\ne n_k", "n to the power k is not equal to n sub k", "n的k次方不等于n下标k"],
  ["x_i^2", "x sub i squared", "x下标i的平方"],
  ["10^{-3}", "10 to the power minus 3 end of power", "10的减3次方"],
  ["\\sqrt{d_k}", "the square root of d sub k end of root", "根号下d下标k，根号结束"],
  ["\\sum_{i=1}^n w_i", "the sum from i equals 1 to n of w sub i", "从i等于1到n求和w下标i"],
  ["\\log_2 n", "log base 2 of n", "以2为底的对数n"],
  ["p(y\\mid x)", "p open paren y given x close paren", "p左括号y给定x右括号"],
  ["|x|", "bar x bar", "竖线x竖线"],
  ["\\hat\\theta", "theta hat", "theta帽"],
  ["QK^\\top", "Q K transposed", "Q K的转置"],
  ["\\binom{n}{k}", "open paren n choose k close paren", "左括号从n中取k的组合数右括号"],
  ['a < b \\text{ or "c"}', "a is less than b or &quot;c&quot;", "a小于b or &quot;c&quot;"],
])("somebody who cannot see %s hears it in their language", async (tex, en, zh) => {
  expect([await said(tex, "en"), await said(tex, "zh")]).toEqual([en, zh]);
});

test("a formula keeps its MathML, without the wrapper and the source at which Orca falls silent", async () => {
  const html = await renderInline("$\\frac{n}{k}$", "en");
  expect(html).toMatch(/<math [^>]*aria-label="n over k"><mrow><mfrac>.*<\/mfrac><\/mrow><\/math>/);
  expect(html).not.toMatch(/semantics|annotation/);
  expect(html).toContain('class="katex-html" aria-hidden="true"');
});

test("a displayed formula, which the keyboard reaches because it scrolls, says what it is", async () => {
  for (const [locale, name] of [
    ["zh", "公式"],
    ["en", "Formula"],
  ] as const)
    expect(await renderMarkdown("$$\nx\n$$", locale)).toContain(
      `<div class="math-display" tabindex="0" role="group" aria-label="${name}">`,
    );
});
