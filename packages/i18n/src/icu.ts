import type { Locale } from "@tidao/kernel";

/**
 * The part of ICU message syntax that our messages use (arguments, plural, select, #), for places where next-intl's
 * runtime would weigh more than what it says: the player and error sentences. A test holds it to next-intl's output, but
 * for whole numbers as arguments, which are written as `#` writes them: "1,234" where Chinese needs no plural.
 */
export type MessageParams = Readonly<Record<string, string | number>>;

type Branches = Record<string, Node[]>;
type Node =
  | string
  | { type: "argument"; name: string }
  | { type: "count" }
  | { type: "plural" | "select"; name: string; branches: Branches };

const intlLocales = { zh: "zh-CN", en: "en-GB" } as const;
const parsed = new Map<string, Node[]>();
const ofLocale = (locale: Locale) => ({
  plural: new Intl.PluralRules(intlLocales[locale]),
  number: new Intl.NumberFormat(intlLocales[locale]),
});
/** Made once: a list of 25 rows asks for them a hundred times. */
const made: Partial<Record<Locale, ReturnType<typeof ofLocale>>> = {};
const formatsOf = (locale: Locale) => (made[locale] ??= ofLocale(locale));

export function formatMessage(locale: Locale, message: string, params: MessageParams = {}): string {
  let nodes = parsed.get(message);
  if (!nodes) {
    nodes = new Parser(message).parse();
    parsed.set(message, nodes);
  }
  return render(nodes, locale, params, "");
}

function render(nodes: readonly Node[], locale: Locale, params: MessageParams, count: string): string {
  return nodes
    .map((node) => {
      if (typeof node === "string") return node;
      if (node.type === "count") return count;
      const value = params[node.name] ?? "";
      // how many digits a fraction is good for knows only who says it
      if (node.type === "argument")
        return Number.isSafeInteger(value) ? formatsOf(locale).number.format(Number(value)) : String(value);
      const { branches } = node;
      if (node.type === "select") return render(branches[String(value)] ?? branches.other ?? [], locale, params, count);
      const number = Number(value);
      const formats = formatsOf(locale);
      const category = formats.plural.select(number);
      const branch = branches[`=${number}`] ?? branches[category] ?? branches.other ?? [];
      return render(branch, locale, params, formats.number.format(number));
    })
    .join("");
}

class Parser {
  private at = 0;
  private readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  parse(insidePlural = false): Node[] {
    const nodes: Node[] = [];
    let run = "";
    const flush = () => {
      if (run) nodes.push(run);
      run = "";
    };
    while (this.at < this.text.length && this.text[this.at] !== "}") {
      const char = this.text.charAt(this.at++);
      if (char === "{") {
        flush();
        nodes.push(this.argument());
      } else if (char === "#" && insidePlural) {
        flush();
        nodes.push({ type: "count" });
      } else run += char;
    }
    flush();
    return nodes;
  }

  private argument(): Node {
    const name = this.word();
    if (this.take() === "}") return { type: "argument", name };
    const type = this.word() === "plural" ? "plural" : "select";
    this.take();
    const branches: Branches = {};
    while (this.peek() !== "}") {
      const key = this.word();
      this.take();
      branches[key] = this.parse(type === "plural");
      this.take();
    }
    this.take();
    return { type, name, branches };
  }

  private word(): string {
    this.peek();
    const start = this.at;
    while (this.at < this.text.length && !/[\s,{}]/.test(this.text.charAt(this.at))) this.at++;
    return this.text.slice(start, this.at);
  }

  /** The next character that is not a blank. */
  private peek(): string | undefined {
    while (/\s/.test(this.text.charAt(this.at))) this.at++;
    return this.text[this.at];
  }

  private take(): string {
    const char = this.peek();
    if (char === undefined) throw new SyntaxError(`message ends too early: ${this.text}`);
    this.at++;
    return char;
  }
}
