/** Stands for what takes back the statement before it: "… is wrong", "……是错的". */
export const refuted = "⊥";
/** Stands behind what calls the thing before it unneeded or missing: "… is not needed", "……没有做". */
export const dismissed = "∅";
/** Where no word of it denies by itself: "… is useless", "……是多余的". */
export const dismissedOutright = "∅∅";

/** What denies in more than one word. */
const denials =
  /\b(?:rather than|instead of|fail(?:s|ed|ing)? to|unable to|(?:false|untrue|wrong|incorrect) that|(?:opposite|contrary|reverse) (?:of|to)|lack of|(?:remov|obviat|eliminat)(?:es?|ed|ing) (?:(?:the|any|all) )?need (?:for|of|to)|free of|devoid of)\b/g;
/** "It is nothing but a cache" affirms. */
const onlySo = /\b(?:nothing|none) (?:but|other than)\b/g;
const mistaken = /错误地认为|误认为|误以为|否认|反对|谁说/g;
/** What says 没有 without its characters. */
const lacking = /缺乏|缺少|欠缺|省去|省掉/g;
/** "与……相反", within a clause. */
function markOppositeTo(clause: string): string {
  const end = Math.max(clause.lastIndexOf("相反"), clause.lastIndexOf("相矛盾"));
  return end < 0 ? clause : clause.slice(0, end).replace(/[与和跟]/g, "不与") + clause.slice(end);
}

const clauseEnd = String.raw`(?=\s*(?:[,;.!?，。；！？、]|$|because|since|as|and|but|so))`;
/** Behind what they take back, at the end of its clause. */
const refutations = new RegExp(
  String.raw`\b(?:is|are|was|were)(?: (?:simply|just|plainly|completely))? (?:false|wrong|incorrect|untrue|mistaken|an? (?:myth|mistake|misconception|fallacy))\b(?=\s*(?:[,;.!?，。；！？]|$|because|since|as|and|but))|` +
    String.raw`(?<!不)(?:的(?:说法|观点|想法|看法))?(?:(?:是|并?不是)?(?:错误的|错的|假的|不对的|不正确的)|不对|不成立|不正确|是误解)(?=\s*(?:[，。；,;.!！？?、]|$))`,
  "gm",
);
/** A whole clause that turns the statement before it round: "the other way round", "反过来才对". */
const reversals =
  /(?<=[,;.!?，；。：:！？]\s*)(?:(?:but|no|actually|in fact|it is|it's|rather|should be|exactly|just|quite|is) )*(?:the other way (?:a?round)|the (?:exact )?(?:opposite|reverse|contrary)(?: is true| holds)?|vice versa|(?:而?是|应该|应当|实际上?|其实|事实上|恰好|正好|恰恰|刚好|刚)*(?:相反|反过来)(?:的|才对|才是)?)(?=\s*(?:[,;.!?，。；！？]|$))/gm;
const dismissals = new RegExp(
  String.raw`(?<!\b(?:that|which) )(?<!\b(?:if|when|where|unless|until) (?:(?!(?:is|are|was|were) )[^\s,;]+ ){0,4})\b(?:(?:is|are|was|were|has been|have been|be) (?:not|never)(?: (?:really|strictly|actually|even))? (?:needed|necessary|required|used|done|made|taken|run|checked|measured|considered|important|useful|helpful|relevant|possible|there)|` +
    String.raw`(?:does|do|did|has|have|will|would|can|could) not(?: really)? (?:matter|help|exist|happen|apply|work|count)|` +
    String.raw`(?:is|are|was|were|seems?|remains?)(?: (?:simply|just|entirely|quite|all))? (?:unnecessary|needless|useless|pointless|irrelevant|superfluous|unimportant|absent|missing|lacking|impossible|optional|a waste of (?:time|effort|money)|skipped|omitted|ignored|neglected|forgotten|left out|dropped)|` +
    String.raw`(?:can|may|could|should|must) be (?:skipped|omitted|ignored|neglected|left out|dropped))\b` +
    clauseEnd +
    String.raw`|(?:也|都|并|完全|其实|根本|就|可以|是|又){0,3}(?:不需要|不必要|不重要|没有?必要|没有?用处?|无用|不用|不必|不用做|不做|不测|不看|没(?:有)?(?:做|测|看|查|管|用上)|没(?:有)?意义|没关系|无所谓|无关紧要|不存在|不会发生|省略|省掉|省去|跳过|可有可无|多余|浪费时间|不适用|不起作用|没有?帮助|没有?作用|无效|缺失|(?:可以?|可)忽略(?:不计)?|不管|(?<![有])没有)(?:了|的|吧|呢)?(?=\s*(?:[，。；,;.!！？?、]|$))`,
  "gm",
);

/** @param text in lower case. What denies is written as "not" or 不, and marked where it stands behind what it denies. */
export function markDenials(text: string): string {
  return text
    .replace(/n't\b|(?<=\b(?:do|does|did|is|are|was|were|could|would|should|has|have|had))nt\b/g, " not")
    .replace(reversals, ` ${refuted} `)
    .replace(refutations, ` ${refuted} `)
    .replace(dismissals, (found) => `${found} ${/\bnot\b|never|[不没无]/.test(found) ? dismissed : dismissedOutright} `)
    .replace(onlySo, " only ")
    .replace(denials, " not ")
    .replace(mistaken, "不认为")
    .replace(lacking, "没有")
    .replace(/[^，。；,;.]+/g, markOppositeTo);
}

const negations = new Set(
  "not no never without cannot nor neither none nobody nothing nowhere lacking absence hardly barely scarcely rarely seldom doubt myth impossible".split(
    " ",
  ),
);
/** @param word in lower case */
export const negates = (word: string): boolean => negations.has(word);
