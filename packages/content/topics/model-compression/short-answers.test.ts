import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";

const { met, authorMeetsAll } = topicUnderTest(import.meta.url);

describe("short answers", () => {
  test.each(["comp-explain-no-speedup", "comp-plan-thirteen"])(
    "of the author meet all points and stems none: %s",
    authorMeetsAll,
  );
  test.each([
    "Dense GEMM kernels still multiply the zeros. With an index each, half of them take the same size as dense. Decode is limited by memory bandwidth. Prefill is compute bound, and kernels dequantize to FP16 before the matmul. Switch to FP8.",
    "稠密 GEMM 不会跳过零。只存非零值，加上索引，50% 时和稠密一样大。解码是访存瓶颈，权重字节少了。W4A16 要先反量化到 fp16 再乘，计算量没变。可以改用 W8A8，激活也量化。",
  ])("in other words meet all points: %s", (text) => {
    expect(met("comp-explain-no-speedup", text)).toHaveLength(5);
  });
  test.each([
    ["comp-explain-no-speedup", "Zeros are skipped by the hardware and W4A16 multiplies on INT4 units. Use 3 bits."],
    ["comp-explain-no-speedup", "零会被硬件跳过，所以应该变快；存成索引能省一半存储。非结构化剪枝没有用。"],
    ["comp-explain-no-speedup", "预填充受访存限制，所以应该快 4 倍。只有非零值存下来，文件会小一半。FLOPs 减少了。"],
    [
      "comp-explain-no-speedup",
      "Prefill is limited by memory bandwidth. Only the non-zeros are stored, so the file is half as large. FLOPs fall.",
    ],
    ["comp-plan-thirteen", "Perplexity alone is enough. No calibration is needed. Use unstructured pruning."],
    ["comp-plan-thirteen", "只要看困惑度就行，不需要校准数据，不用测延迟。先量化再剪枝。"],
  ])("that say the opposite meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
});
