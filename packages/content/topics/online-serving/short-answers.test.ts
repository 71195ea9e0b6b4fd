import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";

const { met, authorMeetsAll } = topicUnderTest(import.meta.url);

describe("short answers", () => {
  test.each(["serve-design-chat", "serve-explain-split"])("of the author meet all points and stems none: %s", authorMeetsAll);
  test.each([
    ["serve-design-chat", "异步框架加轮询，模型切成十份各放一台，自动扩容不需要余量，队列设得很长。"],
    ["serve-design-chat", "An asynchronous framework with round-robin, the model cut into ten parts, autoscaling without headroom, and a very long queue."],
    ["serve-explain-split", "分成两组总是更快，KV 不需要传，因为两边都有权重；预填充和解码瓶颈相同。"],
    ["serve-explain-split", "Two groups are always faster; no KV has to be sent since both have the weights; both phases have the same bottleneck."],
  ])("that hold misconceptions meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
});
