import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";

const { met, authorMeetsAll } = topicUnderTest(import.meta.url);

describe("short answers", () => {
  test.each(["xmod-audio-plan", "xmod-explain-gap"])("of the author meet all points and stems none: %s", authorMeetsAll);
  test.each([
    ["xmod-audio-plan", "用 50 小时从零训练一个语音编码器，同时全量微调语言模型，不需要混入文本数据，看训练损失就行。"],
    ["xmod-audio-plan", "Train a speech encoder from scratch on 50 hours and fine-tune the whole language model; no text data needs mixing in; look at training loss."],
    ["xmod-explain-gap", "配对没有重合就说明对齐失败，重新训练到余弦接近 1；R@1 95% 是巧合。"],
    ["xmod-explain-gap", "Matching vectors do not coincide, so alignment failed; retrain until cosines are near 1; the 95% is a coincidence."],
  ])("that hold misconceptions meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
  test.each([
    ["xmod-audio-plan", 5, "冻结 Whisper 编码器；训练投影层对齐；用 LLM 从转写生成问答；语言模型用 LoRA；与级联方案对比，文本基准回归测试。"],
    ["xmod-audio-plan", 5, "Use a pretrained Whisper encoder and keep it frozen; first train only the projector, then instruction-tune; generate question-answer pairs from the transcripts; freeze the LLM or use LoRA and mix in text data; compare with an ASR plus LLM cascade."],
  ] as const)("in other words meet all points: %s, %i, %s", (id, points, text) => {
    expect(met(id, text)).toHaveLength(points);
  });
});
