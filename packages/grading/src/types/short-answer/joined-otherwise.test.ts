import { describe, expect, test } from "vitest";
import { saysPhrase } from "./match-phrase";
import { tokens } from "./tokens";

const says = (answer: string, phrase: string) => saysPhrase(tokens(answer), phrase);
const refusedFor = (phrase: string, ...answers: string[]) => {
  expect([phrase, says(phrase, phrase)]).toEqual([phrase, true]);
  for (const answer of answers) expect([answer, says(answer, phrase)]).toEqual([answer, false]);
};
const takenFor = (phrase: string, ...answers: string[]) => {
  for (const answer of answers) expect([answer, says(answer, phrase)]).toEqual([answer, true]);
};

describe("two claims that a learner swaps with each other", () => {
  test.each([
    [
      "Prefill is fast",
      "Prefill is slow and decode is fast",
      "Decode is fast and prefill is slow",
      "Decode is faster than prefill",
    ],
    ["decode is slow and prefill is fast", "decode is fast and prefill is slow", "prefill is slow, decode is fast"],
    [
      "prefill is compute-bound and decode is memory-bound",
      "prefill is memory-bound and decode is compute-bound",
      "decode is compute-bound while prefill is memory-bound",
    ],
    ["memory bound at small batch", "memory bound at large batch but compute bound at small batch"],
    ["fewer steps but more tokens", "more steps but fewer tokens"],
    ["A is 3/4.2 = 0.714, B is 2.585/3 = 0.862", "3/4.2 = 0.862 and 2.585/3 = 0.714, so B"],
    ["16 bytes for Adam", "8 bytes for Adam and 16 bytes for SGD"],
    ["小批量受访存限制", "大批量受访存限制，小批量受算力限制", "小批量受算力限制而大批量受访存限制"],
    ["预填充受算力限制，解码受带宽限制", "预填充受带宽限制，解码受算力限制"],
    ["学习率小的收敛慢", "学习率大的收敛慢，学习率小的收敛快"],
  ])("are not what the phrase says: %s", refusedFor);
  test.each([
    ["Prefill is fast", "Prefill is fast and decode is slow", "Decode is slow, but prefill is fast"],
    [
      "decode is slow and prefill is fast",
      "prefill is fast and decode is slow",
      "decode is slow, while prefill is fast",
    ],
    ["prefill is compute-bound and decode is memory-bound", "decode is memory-bound and prefill is compute-bound"],
    ["16 bytes for Adam", "8 bytes for SGD and 16 bytes for Adam", "with 70e9 parameters 16 bytes for Adam"],
    ["小批量受访存限制", "大批量受算力限制，小批量受访存限制"],
    ["预填充受算力限制，解码受带宽限制", "解码受带宽限制，预填充受算力限制"],
  ])("are taken in either order: %s", takenFor);
});

describe("what is said the other way round", () => {
  test.each([
    [
      "check the constraint before ordering",
      "ordering before checking the constraint",
      "order, then check the constraint",
      "check the constraint after ordering",
    ],
    ["align first, then instruction-tune", "instruction-tune first, then align"],
    ["tune after evaluating the base", "evaluating the base after we tune"],
    ["false alarms outnumber true ones", "true ones outnumber false alarms", "true alarms outnumber false ones"],
    ["log2 of the perplexity divided by bytes per token", "bytes per token divided by the log2 of the perplexity"],
    ["min(1, p/q)", "min(1, q/p)"],
    ["max(0, p − q)", "max(0, q − p)"],
    ["max(0,p-q)", "max(0,q-p)"],
    ["divide the log by bytes", "bytes divided by the log"],
    ["checks the constraint before acting", "ordering comes before we check the constraint"],
    ["先训投影层", "先指令微调，再训投影层"],
    ["召回率下降", "召回率上升"],
    ["0.714 < 0.862", "0.862 < 0.714", "0.714 > 0.862"],
    ["下单前核对约束", "核对约束前下单", "先下单再核对约束", "下单后核对约束"],
    ["先对齐，后指令微调", "先指令微调，后对齐", "先指令微调，再对齐", "对齐之前先做指令微调"],
    ["误报远多于真报警", "真报警远多于误报"],
    ["功率除以吞吐", "吞吐除以功率"],
    ["解码比预填充更慢", "预填充比解码更慢"],
  ])("is not confidently the phrase: %s", refusedFor);
  test.each([
    [
      "check the constraint before ordering",
      "before ordering, check the constraint",
      "always check every constraint before it orders",
    ],
    ["align first, then instruction-tune", "align the projector first and then instruction-tune"],
    ["min(1, p/q)", "accept with min(1, p/q), else q/p is no probability"],
    ["下单前核对约束", "每次下单之前都要核对约束", "先核对约束再下单"],
    ["先对齐，后指令微调", "先做对齐，再做指令微调", "指令微调之前先对齐"],
    ["误报远多于真报警", "误报会远远多于真报警"],
  ])("does not shut out other wordings: %s", takenFor);
  test.each([
    "Training needs many iterations. It is the other way round.",
    "Training needs many iterations? The opposite is true.",
    "训练需要多次迭代，恰恰相反",
    "训练需要多次迭代？反过来才对。",
    "与训练需要多次迭代正好相反",
  ])("after the statement takes it back: %s", (answer) => {
    for (const phrase of ["training needs many iterations", "训练需要多次迭代"])
      expect(says(answer, phrase)).toBe(false);
  });
});

describe("what is missing or called unneeded", () => {
  test.each([
    (thing: string) => `lack of ${thing}`,
    (thing: string) => `in the absence of a ${thing}`,
    (thing: string) => `without any proper ${thing}`,
    (thing: string) => `nothing was tested by a ${thing}`,
    (thing: string) => `a ${thing} is not needed`,
    (thing: string) => `a ${thing} is unnecessary here, I think`.replace(" here", ""),
    (thing: string) => `the ${thing} was never done`,
    (thing: string) => `the ${thing} does not matter`,
    (thing: string) => `the ${thing} can be skipped`,
    (thing: string) => `the ${thing} is missing`,
    (thing: string) => `the ${thing} is a waste of time`,
  ])("is not said, in English, form %#", (form) => {
    for (const thing of ["regression test", "held-out set", "canary", "calibrated judge with human labels"])
      expect([form(thing), says(form(thing), thing)]).toEqual([form(thing), false]);
  });
  test.each([
    (thing: string) => `缺乏${thing}`,
    (thing: string) => `缺少必要的${thing}`,
    (thing: string) => `没有做${thing}`,
    (thing: string) => `在没有任何${thing}的情况下`,
    (thing: string) => `省掉${thing}`,
    (thing: string) => `${thing}不需要`,
    (thing: string) => `${thing}根本没做`,
    (thing: string) => `${thing}没有必要`,
    (thing: string) => `${thing}是多余的`,
    (thing: string) => `${thing}可以省略`,
    (thing: string) => `${thing}没用`,
  ])("is not said, in Chinese, form %#", (form) => {
    for (const thing of ["回归测试", "留出集", "金丝雀", "用人工标注校准裁判"])
      expect([form(thing), says(form(thing), thing)]).toEqual([form(thing), false]);
  });
  test("but it is where something else is", () => {
    takenFor(
      "regression test",
      "a regression test, without any canary",
      "Nothing but a regression test finds it",
      "A regression test; the rest does not matter",
    );
    takenFor("回归测试", "做回归测试，没有金丝雀", "回归测试，其余可以省略", "没有回归测试不行，所以要做回归测试");
    takenFor("the rate is not needed", "the rate is not needed");
    takenFor("GeLU is element-wise", "GeLU is element-wise, so communication is not needed");
  });
});

test("another denial of the same words is not the denial that is asked for", () => {
  refusedFor("weight gradients are not merged", "weight gradients are not needed", "weight gradients never leave");
});
test("a denial in the last word is heard", () => {
  takenFor("value plus index saves nothing", "value plus index saves nothing", "a value plus an index saves nothing");
  refusedFor("value plus index saves nothing", "value plus index saves half");
});
test("words in two sentences are not one statement", () => {
  expect(says("Prefill is the first phase. Decode is compute bound.", "prefill is compute bound")).toBe(false);
});
test("a noun alone is not more of it", () => {
  refusedFor("more data", "the data of step 1000");
  refusedFor("many more micro-batches than stages", "16 stages and as many micro-batches");
  takenFor("more data", "collect more data", "larger sets of data");
});
test("few words are one claim", () => {
  refusedFor("fused kernels", "kernels, of course, and something fused");
  refusedFor("KV in 8 bits", "KV heads are 8, and weights are in 16 bits");
  refusedFor("weights take 16 GB", "a model in 16 bits takes 14 GB of weights");
});
test("a list is denied as a whole", () => {
  refusedFor("安全集", "没有任务集和安全集", "缺乏任务集、回归集和安全集");
  refusedFor("several keys, tracing, aggregation", "several keys, tracing, aggregation are not needed");
  takenFor("算力", "瓶颈不是带宽而是算力");
});
