import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";

const { met, authorMeetsAll } = topicUnderTest(import.meta.url);

describe("short answers", () => {
  test.each(["mem-explain-oom", "mem-plan-thirteen", "mem-serve-sixty"])(
    "of the author meet all points and stems none: %s",
    authorMeetsAll,
  );
  test.each([
    ["mem-explain-oom", "empty_cache() gives the model more memory. The card is simply too small."],
    ["mem-explain-oom", "空闲有 6 GiB，够用，多调用 empty_cache 就能增加可用显存。"],
    ["mem-plan-thirteen", "The model is 26 GB and fits on one card. Activations are small."],
    ["mem-plan-thirteen", "模型 26 GB，一张卡放得下，激活可以忽略，ZeRO-2 放得下，通信量不变。"],
    [
      "mem-serve-sixty",
      "The total is 80 GB, so it just fits on the card. A larger prefix cache saves memory for 60 users.",
    ],
    ["mem-serve-sixty", "合计 80 GB，刚好放得下，60 个用户没有问题。"],
  ])("that say the opposite meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
});
