import { Document, isScalar, isSeq, visit } from "yaml";

/** The order in which fields stand in a file; others follow in the order they come. */
const order =
  `id slug kind objective difficulty expectedSeconds sources number area prerequisites authors year title venue arxiv url
  term also definition summary audience hours areas topics objectives misconceptions belief truth topic reason steps closing
  variant parameters from min max step derived require stem interaction passage answer check tolerance relative absolute unit units
  factor choices pairs items blanks spans keyPoints correct wrong left right accept value text phrases misconception why correction
  distractors extras modelAnswer hints solution zh en`
    .split(/\s+/)
    .filter(Boolean);
const rank = new Map(order.map((name, at) => [name, at]));
const rankOf = (name: string) => rank.get(name) ?? order.length;

/** What the schemas fill in is not written down. */
const isDefault = (key: string, value: unknown) =>
  value === undefined ||
  ((key === "correct" || key === "wrong") && value === false) ||
  (["hints", "extras", "distractors", "require", "prerequisites"].includes(key) &&
    Array.isArray(value) &&
    value.length === 0) ||
  ((key === "derived" || key === "also") && typeof value === "object" && value !== null && Object.keys(value).length === 0);

/** Names that authors choose are sorted, since a database does not keep their order. */
const ownNames = new Set(["parameters", "derived"]);

function arranged(value: unknown, under = ""): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => arranged(item));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key, inner]) => ownNames.has(under) || !isDefault(key, inner));
  const sorted = entries.toSorted(([a], [b]) => (ownNames.has(under) ? (a < b ? -1 : 1) : rankOf(a) - rankOf(b)));
  return Object.fromEntries(sorted.map(([key, inner]) => [key, arranged(inner, key)]));
}

/** The one way in which we write YAML: the same value gives the same bytes. */
export function toYaml(value: unknown): string {
  const document = new Document(arranged(value));
  visit(document, {
    Pair(_, { key, value: list }) {
      const name = isScalar(key) ? String(key.value) : "";
      if (isSeq(list) && ["sources", "from", "prerequisites"].includes(name)) list.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, blockQuote: "literal", flowCollectionPadding: false });
}
