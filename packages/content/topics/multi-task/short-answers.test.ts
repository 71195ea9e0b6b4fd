import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";

const { met, authorMeetsAll } = topicUnderTest(import.meta.url);

describe("short answers", () => {
  test.each(["mtl-explain-mixture", "mtl-three-products"])("of the author meet all points and stems none: %s", authorMeetsAll);
  test.each([
    ["mtl-explain-mixture", "按条数成比例最公平，每条样本机会相同，所以小任务不会受影响；均匀采样重复几百遍也没有坏处。"],
    ["mtl-explain-mixture", "Proportional sampling is neutral, every example has the same chance; uniform sampling repeats the small set without harm."],
    ["mtl-three-products", "三个任务联合训练，看平均分，平均分涨了就没有负迁移；PCGrad 保证找到最好的折中；梯度余弦为负就证明互相伤害。"],
    ["mtl-three-products", "Train jointly and look at the mean; PCGrad guarantees the best trade-off; a negative cosine proves harm."],
  ])("that hold misconceptions meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
  test.each([
    ["mtl-explain-mixture", 5, "小任务只占 0.01%，几乎训不到；可以用温度采样或给大数据集设上限；但 α 太小，100 条会重复几百遍，过拟合，要计算每个任务的轮数；用各任务的验证损失选；还要看 token 占比。"],
    ["mtl-explain-mixture", 5, "The small task gets only 0.01% of draws. Use temperature sampling or cap the large data set; with uniform sampling the 100 examples are repeated thousands of times and overfit, so compute epochs per task; pick by validation loss per task; check each task's share of tokens."],
  ] as const)("in other words meet all points: %s, %i, %s", (id, points, text) => {
    expect(met(id, text)).toHaveLength(points);
  });
});
