import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";

const { met, authorMeetsAll } = topicUnderTest(import.meta.url);

describe("short answers", () => {
  test.each(["train-explain-adamw", "train-five-hundred-examples", "train-pick-tuning"])(
    "of the author meet all points and stems none: %s",
    authorMeetsAll,
  );
  test.each([
    [
      "train-explain-adamw",
      "L2 项并进梯度，会跟着一起除以 √v。AdamW 把衰减从梯度里拿出来，直接作用在权重上。结果是 Adam 加 L2 时梯度大的权重衰减少。SGD 里两者只差一个系数。所以 AdamW 的学习率和衰减可以分开调。",
    ],
    [
      "train-explain-adamw",
      "The L2 term is part of the gradient and gets divided by sqrt(v). AdamW shrinks the weights directly. So parameters with big gradients are regularised less. Under plain SGD they coincide. The decay can be tuned separately; check the implementation.",
    ],
    [
      "train-five-hundred-examples",
      "先划 100 条当测试集，few-shot 先跑一遍。缺事实就上检索，格式问题才微调。微调优先 LoRA。跑 MMLU 看掉点。上线前算成本，出问题随时回滚。",
    ],
    [
      "train-five-hundred-examples",
      "Hold out 100 examples and measure prompting first. If the model lacks facts use retrieval, if it lacks format fine-tune. Start with LoRA at a small rank. Check a general benchmark. Compare latency and keep a rollback.",
    ],
    [
      "train-pick-tuning",
      "客服语气用 DPO，SFT 模型当参考。数学用 GRPO，脚本校验答案。每题采样一组，按通过率筛题。监控 KL 和回答长度，防止钻奖励的空子。最后看留出的题和人工盲评。",
    ],
    [
      "train-pick-tuning",
      "DPO for tone, with the SFT model as reference model. GRPO for maths, as answers can be checked automatically. It samples a group per problem; drop problems all right or all wrong. Watch the KL and answer length. Stop by held-out problems and human evaluation.",
    ],
  ])("in other words meet all points: %s, %s", (id, text) => {
    expect(met(id, text)).toHaveLength(id === "train-pick-tuning" ? 6 : 5);
  });
  test.each([
    [
      "train-explain-adamw",
      "两者是一回事，AdamW 就是 Adam 加 L2。AdamW 的衰减会被 √v 缩放，所以梯度大的权重衰减多。对 SGD 两者不等价。衰减和学习率不能分开调。",
    ],
    [
      "train-explain-adamw",
      "AdamW is Adam plus L2. Its decay is divided by √v, so weights with large gradients are regularised more. For SGD the two are not equivalent. There is no need to check the implementation.",
    ],
    ["train-explain-adamw", "L2 没有加进梯度，不会被 √v 除。AdamW 没有解耦。Adam 加 L2 对所有权重按同一比例收缩。"],
    [
      "train-five-hundred-examples",
      "不需要基线，也不用留出测试集。缺知识就微调。不要用 LoRA，直接全量微调。灾难性遗忘不会发生。成本不重要，不用回滚。",
    ],
    [
      "train-five-hundred-examples",
      "No baseline is needed. There is no need for a held-out test set. If it lacks facts use tuning. Do not use LoRA. Forgetting does not happen. Cost does not matter. There is no need to roll back.",
    ],
    [
      "train-pick-tuning",
      "语气不用 DPO。DPO 不需要参考模型，省掉了参考模型。数学不用 GRPO。GRPO 不需要在线采样，没有采样成本。不用监控 KL，也不用看回答长度。不需要留出集，训练奖励就够了。",
    ],
    [
      "train-pick-tuning",
      "DPO needs no reference model; it drops the reference model. GRPO needs no online sampling. Do not watch the KL. No held-out set is needed, as the training reward suffices.",
    ],
  ])("that say the opposite meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
});
