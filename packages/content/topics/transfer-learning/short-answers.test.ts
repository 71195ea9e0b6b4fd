import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";

const { met, authorMeetsAll } = topicUnderTest(import.meta.url);

describe("short answers", () => {
  test.each(["trans-billing-plan", "trans-explain-outside"])("of the author meet all points and stems none: %s", authorMeetsAll);
  test.each([
    ["trans-billing-plan", "直接全量微调，迁移最坏也就是没用，所以不需要从零训练的基线；用自己的分词器重新分词。"],
    ["trans-billing-plan", "Fine-tune everything at once. Transfer is useless at worst, so no baseline without transfer is needed; use a tokeniser of our own."],
    ["trans-explain-outside", "全量微调训练的权重最多，所以新医院 66% 只是样本少的噪声；分布内准确率最高就选全量微调。"],
    ["trans-explain-outside", "Full fine-tuning trains most weights, so 66% is sampling noise; inside accuracy decides and full fine-tuning wins."],
  ])("that hold misconceptions meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
  test.each([
    ["trans-billing-plan", 5, "先做少样本提示和线性探测；再用 LoRA 小网格；和从零训练的 TF-IDF 基线对照；分词器和对话模板沿用检查点的；留出一家医院做分布外测试。"],
    ["trans-billing-plan", 5, "Start with few-shot prompting and a linear probe; LoRA first with a small grid; compare with a TF-IDF baseline trained from scratch; keep the tokeniser and chat template; hold out a whole hospital."],
    ["trans-explain-outside", 5, "随机头的梯度破坏了预训练特征；没见过的方向没有约束；分布内准确率看不出来；用 LP-FT 先训头；留出一家医院做验证。"],
    ["trans-explain-outside", 5, "Gradients of a random head distort pretrained features; directions unseen in training are not constrained; in-distribution accuracy hides it; use LP-FT; validate on held-out hospitals."],
  ] as const)("in other words meet all points: %s, %i, %s", (id, points, text) => {
    expect(met(id, text)).toHaveLength(points);
  });
});
