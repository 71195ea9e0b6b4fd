import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";

const { met, authorMeetsAll } = topicUnderTest(import.meta.url);

describe("short answers", () => {
  test.each(["scale-diagnose-drop", "scale-explain-critical"])("of the author meet all points and stems none: %s", authorMeetsAll);
  test.each([
    ["scale-diagnose-drop", "卡多了 MFU 自然下降，改成异步 SGD 就能恢复，损失不用看。"],
    ["scale-diagnose-drop", "More cards always lower MFU; asynchronous SGD restores it, and loss need not be looked at."],
    ["scale-explain-critical", "批量越大 token 越省，所以一直加大；它是显存的上限，训练中不变，加卡没有限制。"],
    ["scale-explain-critical", "The larger the batch the fewer tokens are needed, so always enlarge it; it is a memory limit, constant in training, and does not limit GPUs."],
  ])("that hold misconceptions meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
  test.each([
    ["scale-explain-critical", 5, "它来自梯度噪声；步数是 S_min(1+B_c/B)；超过后收益递减；训练中会变大，所以可以逐步加大批量；它限制了数据并行能用的卡数。"],
    ["scale-explain-critical", 5, "It comes from gradient noise; beyond it there are diminishing returns; steps S_min(1+B_c/B); it grows during training, so increase the batch step by step; it limits data parallelism."],
  ] as const)("in other words meet all points: %s, %i, %s", (id, points, text) => {
    expect(met(id, text)).toHaveLength(points);
  });
});
