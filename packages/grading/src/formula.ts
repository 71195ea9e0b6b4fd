import { create, type MathNode, parseDependencies } from "mathjs/number";
import { constants, functions, operators } from "./formula-functions";
import type { Formula } from "./text.schema";

export class FormulaError extends Error {
  override readonly name = "FormulaError";
  readonly reason: "syntax" | "forbidden" | "unknown-name" | "unknown-function" | "arguments" | "not-a-number";
  readonly detail: string;
  constructor(reason: FormulaError["reason"], detail: string) {
    super(`${reason}: ${detail}`);
    this.reason = reason;
    this.detail = detail;
  }
}
export type Values = Readonly<Record<string, number>>;
type Value = number | boolean;
export interface CompiledFormula {
  /** Names that must be given: neither constants nor functions. */
  names: ReadonlySet<string>;
  run(values: Values): Value;
}

// Only mathjs' parser is taken; nodes are turned into closures here, so that no formula reaches mathjs' own functions.
const { parse } = create(parseDependencies ?? {});

const shapes: Record<string, (node: never, names: Set<string>) => CompiledFormula["run"]> = {
  ConstantNode: ({ value }: { value: unknown }) => {
    if (typeof value !== "number" && typeof value !== "boolean") throw new FormulaError("forbidden", String(value));
    return () => value;
  },
  ParenthesisNode: ({ content }: { content: MathNode }, names) => build(content, names),
  SymbolNode: ({ name }: { name: string }, names) => {
    const constant = Object.hasOwn(constants, name) ? constants[name] : undefined;
    names.add(name);
    return (values) => {
      const value = Object.hasOwn(values, name) ? values[name] : constant;
      if (value === undefined) throw new FormulaError("unknown-name", name);
      return value;
    };
  },
  OperatorNode: (node: { fn: string; op: string; implicit: boolean; args: MathNode[] }, names) => {
    const operator = Object.hasOwn(operators, node.fn) ? operators[node.fn] : undefined;
    // "1/2 n" means (1/2)·n to mathjs and 1/(2n) to many authors: a product is written with *
    if (!operator || node.implicit) throw new FormulaError("forbidden", node.implicit ? "a b" : node.op);
    const args = node.args.map((arg) => build(arg, names));
    return (values) => operator(...args.map((arg) => arg(values)));
  },
  RelationalNode: (node: { conditionals: string[]; params: MathNode[] }, names) => {
    const params = node.params.map((param) => build(param, names));
    const relations = node.conditionals.map((name) => operators[name]);
    return (values) => {
      const given = params.map((param) => param(values));
      return relations.every((relation, i) => relation?.(given[i] as Value, given[i + 1] as Value) === true);
    };
  },
  ConditionalNode: (node: { condition: MathNode; trueExpr: MathNode; falseExpr: MathNode }, names) => {
    const condition = build(node.condition, names);
    const [yes, no] = [build(node.trueExpr, names), build(node.falseExpr, names)];
    return (values) => (condition(values) ? yes(values) : no(values));
  },
  FunctionNode: (node: { fn: { name?: string }; args: MathNode[] }, names) => {
    const name = node.fn.name ?? "";
    const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (!known) throw new FormulaError("unknown-function", name);
    const { run, least, most } = known;
    if (node.args.length < least || node.args.length > most) throw new FormulaError("arguments", name);
    const args = node.args.map((arg) => build(arg, names));
    return (values) => run(...args.map((arg) => Number(arg(values))));
  },
};

function build(node: MathNode, names: Set<string>): CompiledFormula["run"] {
  const shape = Object.hasOwn(shapes, node.type) ? shapes[node.type] : undefined;
  if (!shape) throw new FormulaError("forbidden", node.type.replace(/Node$/, ""));
  return shape(node as never, names);
}

const compiled = new Map<string, CompiledFormula>();
/** Throws FormulaError when the text is no formula of ours. Kept per text: a bank has a few thousand. */
export function compileFormula(text: string): CompiledFormula {
  const known = compiled.get(text);
  if (known) return known;
  let tree: MathNode;
  try {
    tree = parse(text);
  } catch (error) {
    throw new FormulaError("syntax", error instanceof Error ? error.message : String(error));
  }
  const names = new Set<string>();
  const run = build(tree, names);
  for (const name of Object.keys(constants)) names.delete(name);
  const formula = { names, run };
  // editors' half-typed formulas must not pile up for ever
  if (compiled.size > 20_000) compiled.clear();
  compiled.set(text, formula);
  return formula;
}

export function evaluateFormula(formula: Formula, values: Values): number {
  if (typeof formula === "number") return formula;
  const value = compileFormula(formula).run(values);
  if (typeof value !== "number") throw new FormulaError("not-a-number", String(value));
  return value;
}
export function evaluateCondition(formula: string, values: Values): boolean {
  const value = compileFormula(formula).run(values);
  if (typeof value !== "boolean") throw new FormulaError("not-a-number", `${formula} = ${value}`);
  return value;
}
