import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";

const { met, authorMeetsAll } = topicUnderTest(import.meta.url);

describe("short answers", () => {
  test.each(["dist-curves-apart", "dist-derive-the-split", "dist-place-seventy"])(
    "of the author meet all points and stems none: %s",
    authorMeetsAll,
  );
  test.each([
    ["dist-derive-the-split", "Split A by rows and B by columns. Weight gradients are averaged over the group."],
    ["dist-derive-the-split", "A 先按行切，B 再按列切，前向不用通信，权重梯度要在组内合并。"],
    ["dist-place-seventy", "Data parallelism inside the node and tensor parallelism across nodes. No recomputation."],
    ["dist-place-seventy", "数据并行放在节点内，张量并行跨节点，状态 140 GB。"],
    [
      "dist-curves-apart",
      "The mean of the means is the loss of the batch, so this is rounding. Lower the learning rate.",
    ],
    ["dist-curves-apart", "各卡取平均值再平均就是批次的损失，只是浮点误差。"],
  ])("that say the opposite meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
});
