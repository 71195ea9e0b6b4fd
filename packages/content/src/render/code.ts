import type { Root } from "hast";
import { createHighlighterCore, type HighlighterCore } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import { classesOf, isElement, madeHtml, replaceElements, textContent } from "./html-nodes";

const aliases: Record<string, string> = {
  py: "python",
  ts: "typescript",
  js: "typescript",
  javascript: "typescript",
  sh: "bash",
  shell: "bash",
  yml: "yaml",
};
export const codeLanguages = ["python", "typescript", "bash", "json", "yaml", "sql", "cpp", "rust", "diff", "toml"];

let highlighter: Promise<HighlighterCore> | undefined;
const loadHighlighter = () =>
  (highlighter ??= createHighlighterCore({
    engine: createJavaScriptRegexEngine({ forgiving: true }),
    themes: [
      import("shiki/themes/github-light-high-contrast.mjs"),
      import("shiki/themes/github-dark-high-contrast.mjs"),
    ],
    langs: [
      import("shiki/langs/python.mjs"),
      import("shiki/langs/typescript.mjs"),
      import("shiki/langs/bash.mjs"),
      import("shiki/langs/json.mjs"),
      import("shiki/langs/yaml.mjs"),
      import("shiki/langs/sql.mjs"),
      import("shiki/langs/cpp.mjs"),
      import("shiki/langs/rust.mjs"),
      import("shiki/langs/diff.mjs"),
      import("shiki/langs/toml.mjs"),
    ],
  }));

const resolve = (name: string) => aliases[name] ?? name;
export const isKnownLanguage = (name: string) => name === "text" || codeLanguages.includes(resolve(name));

const languageOf = (classes: string[]) => {
  const name = classes.find((each) => each.startsWith("language-"))?.slice("language-".length) ?? "";
  const language = resolve(name);
  return codeLanguages.includes(language) ? language : null;
};

/**
 * Colours fenced code. Both themes are in the HTML as CSS variables (`--shiki-light`, `--shiki-dark`); the page's style
 * sheet chooses. Blocks that hold marks of a passage stay plain, or the marks would be cut.
 */
export async function renderCode(tree: Root, keepsPlain: (code: string) => boolean): Promise<void> {
  const blocks = new Map<unknown, string>();
  const found: { language: string; code: string; pre: unknown }[] = [];
  replaceElements(tree, "pre", (pre) => {
    const [child] = pre.children;
    // a block that scrolls has to be reachable by keyboard
    pre.properties["tabIndex"] = 0;
    if (!isElement(child, "code")) return null;
    const language = languageOf(classesOf(child));
    const code = textContent(child).replace(/\n$/, "");
    if (language && !keepsPlain(code)) found.push({ language, code, pre });
    return null;
  });
  if (found.length === 0) return;
  const { codeToHtml } = await loadHighlighter();
  const themes = { light: "github-light-high-contrast", dark: "github-dark-high-contrast" };
  for (const { language, code, pre } of found)
    blocks.set(pre, codeToHtml(code, { lang: language, themes, defaultColor: false }));
  replaceElements(tree, "pre", (pre) => {
    const html = blocks.get(pre);
    return html === undefined ? null : [madeHtml(html)];
  });
}
