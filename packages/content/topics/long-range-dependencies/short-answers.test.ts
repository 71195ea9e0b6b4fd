import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";

const { met, authorMeetsAll } = topicUnderTest(import.meta.url);

describe("short answers", () => {
  test.each(["lrd-explain-flag", "lrd-log-lookup"])("of the author meet all points and stems none: %s", authorMeetsAll);
  test.each([
    [
      "lrd-explain-flag",
      "The gates start at about 0.5, so their product is nil after 500 steps. The truncation window is shorter than the dependency. Clipping can only shrink a gradient. Use a larger forget bias and add an attention layer. Then plot the gradient norm by lag.",
    ],
    [
      "lrd-explain-flag",
      "遗忘门大约是 0.5，连乘很快没了；截断窗口比依赖短；裁剪只能缩小梯度。应该提高遗忘偏置，窗口放到 500 以上。然后按距离测准确率。",
    ],
    [
      "lrd-log-lookup",
      "Attention is quadratic in length. Mamba's fixed state stores a limited number of facts. A hybrid with a few full-attention layers helps. Keep a hash table for IDs. Test recall at several distances.",
    ],
    [
      "lrd-log-lookup",
      "全注意力计算量随长度平方增长；Mamba 的固定状态容量有上限；混合架构只有少数层有 KV 缓存；ID 走索引；验收在不同距离上测取回。",
    ],
  ])("in other words meet all points: %s, %s", (id, text) => {
    expect(met(id, text)).toHaveLength(5);
  });
  test.each([
    [
      "lrd-explain-flag",
      "把裁剪阈值调小，裁剪会放大小梯度，远处的梯度就能传回来。LSTM 的加性通路没有损失，遗忘门不会让梯度消失。截断窗口没有影响，状态会传过切口。看困惑度下降就算解决。",
    ],
    [
      "lrd-explain-flag",
      "Lower the threshold, clipping amplifies small gradients. The additive cell is lossless, so distant gradients do not vanish. The truncation window does not matter, since the state crosses the cut. Verify with the training loss.",
    ],
    ["lrd-explain-flag", "截断不会切断 500 步的梯度。裁剪不只限制大梯度，也放大小梯度。不用调大遗忘门偏置。"],
    [
      "lrd-explain-flag",
      "Truncation does not cut the gradient. Clipping does not only bound large gradients. There is no need to raise the forget bias or to lengthen the window.",
    ],
    [
      "lrd-log-lookup",
      "Mamba 显存恒定，所以容量无限，ID 全都记得住，精确查找不会失败。全注意力的 KV 缓存不随长度增长。不需要索引。用困惑度验收。",
    ],
    [
      "lrd-log-lookup",
      "Mamba has constant memory and therefore unlimited capacity; exact look-up never fails. The KV cache does not grow with length. IDs need no index. Accept by perplexity.",
    ],
    ["lrd-explain-flag", "A smaller clipping threshold amplifies small distant gradients, so the colleague is right; truncation cuts only the forward state."],
    ["lrd-log-lookup", "状态容量没有上限。混合架构没有必要保留全注意力层。"],
    ["lrd-log-lookup", "A fixed state does not hold a bounded number of facts. Attention is linear in length."],
    [
      "lrd-explain-flag",
      "The product of forget gates stays near 1, so nothing is lost. Clipping is a guard against vanishing.",
    ],
    ["lrd-explain-flag", "遗忘门的连乘保持为 1，没有损失。降低遗忘偏置，缩短截断窗口。"],
    [
      "lrd-explain-flag",
      "The truncation window can stay at 100. The window is longer than the dependency. Lower the forget bias.",
    ],
    [
      "lrd-log-lookup",
      "The fixed state holds an unlimited number of them. Associative recall is a toy, perplexity is enough.",
    ],
    ["lrd-log-lookup", "用困惑度验收就够了，关联召回测试没有意义。"],
  ])("that say the opposite meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
});
