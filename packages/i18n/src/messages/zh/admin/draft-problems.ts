import type { draftProblems as original } from "../../en/admin/draft-problems";
import type { Translation } from "../../../translation";

export const draftProblems: Translation<typeof original> = {
  text: {
    invisible: { what: "文字里有看不见的字符{character}", mend: "请删掉它前后的文字，重新输入。" },
    "not-chinese": { what: "中文栏里没有中文", mend: "请用中文书写。" },
    "not-english": { what: "英文栏里是中文", mend: "请用英文书写。" },
    "placeholder-left": { what: "占位符{placeholder}没有值可填", mend: "启用变体，或直接写出数值。" },
    "placeholder-unknown": {
      what: "占位符{placeholder}引用了不存在的{name}",
      mend: "请引用已有的参数或计算值。",
    },
    "placeholder-format": {
      what: "{placeholder}的格式“{format}”无法识别",
      mend: "格式可以是“.2f”“,”或“,.2f”。",
    },
    "all-of-the-above": { what: "这个选项概括了其他选项", mend: "选项会打乱顺序，请写明具体主张。" },
  },
  part: {
    "duplicate-id": { what: "编号{id}重复", mend: "移除其中一个，再重新添加。" },
    "duplicate-text": { what: "“{text}”在两处重复出现", mend: "学习者无法区分，请改动其中一处。" },
    "misconception-on-key": { what: "正确选项标注了误区{misconception}", mend: "请移到错误选项上。" },
  },
  choice: {
    "key-count": {
      what: "{keys, plural, =0 {没有正确选项} other {有#个正确选项}}",
      mend: "单选题只能标一个；多个正确选项请用多选题。",
    },
    "nothing-wrong": { what: "所有选项都正确", mend: "请添加一个错误选项。" },
  },
  passage: {
    "mark-missing": { what: "短文中没有标记{id}", mend: "请在文中加入标记[[{id}]]。" },
    "mark-unknown": { what: "短文标记了{id}，但下方没有定义", mend: "请在下方添加，或去掉标记。" },
    "mark-repeated": { what: "短文两次标记了{id}", mend: "只标记一次。" },
  },
  "find-error": {
    "nothing-wrong": { what: "没有任何部分有误", mend: "请勾选有误的部分。" },
    "all-wrong": { what: "所有部分都有误", mend: "请添加正确的部分。" },
    "correction-missing": { what: "错误{id}没有更正", mend: "请写明应当是什么。" },
  },
  numeric: {
    "check-missing": { what: "含变体的题需要另一种算法", mend: "请给出一个独立的公式，得到同一个数。" },
    "check-disagrees": {
      what: "两种算法结果不同：{answer}与{check}（变体{seed}）",
      mend: "其中一个公式有误。",
    },
    "not-finite": { what: "计算结果是{value}（变体{seed}）", mend: "请排除使其无定义的参数。" },
    "out-of-range": { what: "答案{value}超出合理范围（变体{seed}）", mend: "请换一个单位。" },
    "key-not-typable": {
      what: "保留六位有效数字的答案不被接受（变体{seed}：得{points}分）",
      mend: "请放宽容差。",
    },
    "tolerance-wide": {
      what: "容差{value}太宽，几乎什么数都会被当成答案{answer}（变体{seed}）",
      mend: "请收窄到答案的一半以内。",
    },
    "unit-not-listed": { what: "接受的单位中没有系数为1的{unit}", mend: "请添加它，或清空列表。" },
    "distractor-meets-key": {
      what: "错误值{value}落在答案{answer}的容差内（变体{seed}）",
      mend: "请修改它、容差或参数。",
    },
    "distractors-meet": {
      what: "错误值{value}与错误答案{other}无法区分（变体{seed}）",
      mend: "请修改其中一个。",
    },
  },
  formula: {
    broken: { what: "公式{formula}无法计算：{detail}", mend: "请检查名称、运算符，以及因子之间的*。" },
  },
  variant: {
    "range-empty": { what: "起点{min}大于终点{max}", mend: "请把两者对调。" },
    "name-reserved": { what: "{name}是公式语言的保留字", mend: "请换一个名称。" },
    "name-twice": { what: "{name}既是参数又是计算值", mend: "请给其中一个改名。" },
    unused: { what: "{name}没有被用到", mend: "请使用它，或移除它。" },
    "require-never-met": { what: "没有任何取值满足条件（变体{seed}）", mend: "请扩大参数范围，或放宽条件。" },
    "too-few-draws": { what: "只有{draws}种不同的变体", mend: "参数至少要给出{least}种。" },
  },
  "short-answer": {
    "model-answer-misses": {
      what: "{locale, select, zh {中文} other {英文}}参考答案没有被识别为说到了{id}",
      mend: "请按参考答案的措辞补充一种说法，或在参考答案中写明。",
    },
  },
  hints: { missing: { what: "难度{difficulty}却没有提示", mend: "请添加一到三条提示。" } },
  grader: {
    "key-not-full": { what: "标准答案只得{points}分（变体{seed}）", mend: "标准答案必须得1分，请更正题目。" },
    "distractor-full": {
      what: "错误答案“{label}”得了满分（变体{seed}）",
      mend: "它的得分必须低于标准答案。",
    },
  },
  reference: {
    objective: { what: "本主题没有学习目标“{id}”", mend: "请从本主题中选择：{known}。" },
    source: { what: "没有来源“{id}”", mend: "请另选一个。" },
    misconception: { what: "没有误区“{id}”", mend: "请从本主题中选择：{known}。" },
  },
  markdown: {
    unwritten: { what: "内容还没有写", mend: "请补上。" },
    tangled: {
      what: "文中的星号、下划线、方括号、列表或单元格太多，只能按纯文本显示",
      mend: "请删去没有用处的符号，或把它们放进反引号。",
    },
    image: { what: "图片{url}不会在这里显示", mend: "插图应放在课文中。" },
    "no-alternative": { what: "插图{url}没有替代文字", mend: "请在方括号中写明图的内容。" },
    html: { what: "HTML不会显示：{html}", mend: "请用Markdown，或把代码放在反引号中。" },
    "code-language": { what: "“{language}”代码不支持着色", mend: "请换一种支持的语言，或用text。" },
    "mark-in-formula": { what: "公式内部有短文标记", mend: "请把整个公式放进标记，或把标记放到公式外。" },
    formula: { what: "公式{formula}不正确：{detail}", mend: "请检查花括号和拼写。" },
    dollar: { what: "有一个$没有构成公式", mend: "请补上另一个，或用\\$表示货币符号。" },
    emphasis: { what: "**没有被识别为强调", mend: "星号内侧不要留空格。" },
    "unknown-source": { what: "没有来源“{id}”", mend: "请更正编号。" },
    "link-topic": { what: "链接的主题{slug}不存在", mend: "请写主题的地址。" },
    "link-anchor": { what: "{slug}的课文没有小节{anchor}", mend: "请直接链接到主题。" },
    link: { what: "链接{url}无效", mend: "请用https://…、topic:slug或#anchor。" },
  },
  form: {
    missing: { what: "尚未填写", mend: "请填写。" },
    "too-few": { what: "数量太少", mend: "{least, plural, other {至少需要#个。}}" },
    "too-many": { what: "数量太多", mend: "最多{most}个。" },
    "too-low": { what: "数值太小", mend: "{exclusive, select, 1 {必须大于{least}。} other {至少为{least}。}}" },
    "too-high": { what: "数值太大", mend: "最大为{most}。" },
    "too-long": { what: "内容太长", mend: "最多{most}个字符。" },
    "not-a-number": { what: "不是数字", mend: "请写数字，例如0.05。" },
    name: { what: "“{name}”不能用作公式中的名称", mend: "请以字母开头，只用字母、数字和下划线。" },
    id: { what: "编号不合规", mend: "请用小写字母、数字和连字符。" },
    "unknown-field": { what: "没有字段{field}", mend: "请移除它。" },
    invalid: { what: "无法读取", mend: "请更正。" },
  },
};
