import { stem } from "./stem";

/** Words that say the contrary of each other; Chinese in pairs of characters, as `tokens` cuts it. */
const pairs: readonly (readonly [string, string])[] = [
  ["more most", "less fewer least few"],
  ["high higher highest", "low lower lowest"],
  ["large larger largest big bigger", "small smaller smallest"],
  ["long longer", "short shorter"],
  ["fast faster", "slow slower"],
  ["strong stronger", "weak weaker"],
  ["above", "below"],
  ["before", "after"],
  ["first", "last"],
  ["same", "different"],
  ["increase raise grow rise climb", "decrease reduce shrink lower fall drop decline"],
  ["better", "worse"],
  ["compute arithmetic", "memory bandwidth"],
  ["prefill", "decode decoding"],
  ["precision", "recall"],
  ["forward", "backward"],
  ["encoder", "decoder"],
  ["row", "column"],
  ["upper", "lower"],
  ["source", "target"],
  ["weight", "activation input"],
  ["only alone separately", "together jointly"],
  ["static", "dynamic"],
  ["offline", "online"],
  ["sparse", "dense"],
  ["linear linearly", "quadratic quadratically exponential exponentially"],
  ["增加 增大 增多 增长 提高 升高 提升 上升 上涨 变大 变多", "减少 减小 降低 下降 下跌 缩小 变小 变少"],
  ["更多 增多", "更少"],
  ["线性", "平方 二次"],
  ["超过 大于 高于 多于", "低于 小于 少于"],
  ["之前", "之后"],
  ["相同 一样", "不同"],
  ["算力", "访存 带宽"],
  ["预填", "解码"],
  ["精确", "召回"],
  ["前向", "反向 后向"],
  ["按行", "按列"],
  ["上界", "下界"],
  ["源域", "目标"],
  ["权重", "激活"],
  ["单独 分别", "一起 共同"],
  ["静态", "动态"],
  ["离线", "在线"],
  ["稀疏", "稠密"],
];
const contrary = new Map<string, Set<string>>();
for (const [one, other] of pairs)
  for (const [mine, theirs] of [
    [one, other],
    [other, one],
  ] as const)
    for (const word of mine.split(" ").map(stem)) {
      const known = contrary.get(word) ?? new Set<string>();
      for (const opposite of theirs.split(" ").map(stem)) known.add(opposite);
      contrary.set(word, known);
    }

const characters = "大小高低多少快慢前后增减升降长短强弱先后先再加减上下";
const turned = new Map<string, string[]>();
for (let i = 0; i < characters.length; i += 2)
  for (const [a, b] of [
    [characters[i] ?? "", characters[i + 1] ?? ""],
    [characters[i + 1] ?? "", characters[i] ?? ""],
  ] as const)
    turned.set(a, [...(turned.get(a) ?? []), b]);

/** Stop words that decide which way a phrase points. */
export const pointsSomewhere = (word: string): boolean => contrary.has(stem(word));

/** Whether one of the words said is the contrary of this one: "less" of "more", 大批 of 小批, another number of a number. */
export function isContradicted(word: string, said: ReadonlySet<string>, phrase: ReadonlySet<string>): boolean {
  if (/\d/.test(word)) return [...said].some((other) => /\d/.test(other) && !phrase.has(other));
  for (const opposite of contrary.get(word) ?? []) if (said.has(opposite) && !phrase.has(opposite)) return true;
  if (!/\p{Script=Han}/u.test(word)) return false;
  return Array.from(word).some((character, at, all) =>
    (turned.get(character) ?? []).some((other) => {
      const opposite = all.with(at, other).join("");
      return said.has(opposite) && !phrase.has(opposite);
    }),
  );
}
