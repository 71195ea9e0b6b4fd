import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";

const { met, authorMeetsAll } = topicUnderTest(import.meta.url);

describe("short answers", () => {
  test.each(["peft-pseudo-review", "peft-ticket-plan"])("of the author meet all points and stems none: %s", authorMeetsAll);
  test.each([
    ["peft-pseudo-review", "97% 已经很高，直接训练；阈值越高学生越好，再提到 0.99，稀有类会自己好起来。"],
    ["peft-pseudo-review", "97% is high, so train. A higher threshold always makes a better student; raise it to 0.99."],
    ["peft-ticket-plan", "全量微调 8B，80 GB 够用；从基座出发不会遗忘，所以不用测通用能力；先在 200 万条上继续预训练，总是有益。"],
    ["peft-ticket-plan", "Full fine-tuning of 8 B fits in 80 GB. Starting from the base cannot forget, so general skills are not tested; continued pre-training always helps."],
  ])("that hold misconceptions meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
  test.each([
    ["peft-ticket-plan", 6, "先留出测试集，用提示做基线；所有线性层挂 LoRA，扫学习率和秩；伪标签逐类校准阈值；缺术语才继续预训练并混入通用数据；跑通用评测监控遗忘，掉了就与基座插值或回放通用数据；延迟不达标才蒸馏。"],
    ["peft-ticket-plan", 6, "Hold out a test set with a prompt baseline; LoRA on all linear layers; pseudo-labels with per-class thresholds; continued pre-training only if domain terms are missing; watch forgetting on a general benchmark and interpolate with the base; distil only if latency demands it."],
  ] as const)("in other words meet all points: %s, %i, %s", (id, points, text) => {
    expect(met(id, text)).toHaveLength(points);
  });
});
