import { gradeAnswer } from "@tidao/grading";
import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";

const { spec: question } = topicUnderTest(import.meta.url);

describe("short answers", () => {
  const met = (id: string, text: string) => {
    const result = gradeAnswer(question(id), { kind: "short-answer", text });
    if (!("parts" in result)) throw new Error(`${id} cannot read the answer`);
    return result.parts.flatMap((part) => (part.right ? [part.id] : []));
  };
  test.each(["mem-explain-oom", "mem-plan-thirteen", "mem-serve-sixty"])(
    "of the author meet all points and stems none: %s",
    (id) => {
      const { stem, interaction } = question(id);
      if (interaction.kind !== "short-answer") throw new Error(`${id} is ${interaction.kind}`);
      const { keyPoints, modelAnswer } = interaction;
      for (const language of ["zh", "en"] as const) {
        expect(met(id, modelAnswer[language])).toHaveLength(keyPoints.length);
        expect(met(id, stem[language])).toEqual([]);
      }
    },
  );
  test.each([
    ["mem-explain-oom", "empty_cache() gives the model more memory. The card is simply too small."],
    ["mem-explain-oom", "空闲有 6 GiB，够用，多调用 empty_cache 就能增加可用显存。"],
    ["mem-plan-thirteen", "The model is 26 GB and fits on one card. Activations are small."],
    ["mem-plan-thirteen", "模型 26 GB，一张卡放得下，激活可以忽略，ZeRO-2 放得下，通信量不变。"],
    ["mem-serve-sixty", "The total is 80 GB, so it just fits on the card. A larger prefix cache saves memory for 60 users."],
    ["mem-serve-sixty", "合计 80 GB，刚好放得下，60 个用户没有问题。"],
  ])("that say the opposite meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
});
