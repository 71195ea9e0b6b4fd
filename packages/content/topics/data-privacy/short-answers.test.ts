import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";

const { met, authorMeetsAll } = topicUnderTest(import.meta.url);

describe("short answers", () => {
  test.each(["priv-explain-audit", "priv-hospital-plan"])("of the author meet all points and stems none: %s", authorMeetsAll);
  test.each([
    ["priv-explain-audit", "51% 接近随机，说明没有泄漏；攻击没攻破就是安全的；审计超过 DP 的界说明 DP 的界太松。"],
    ["priv-explain-audit", "51% is near chance, so nothing leaks; an attack that fails proves safety; an audit above the bound shows the bound is loose."],
    ["priv-hospital-plan", "删掉姓名就是匿名数据，数据加密落盘，联邦学习数据不出医院就不泄漏，不需要差分隐私。"],
    ["priv-hospital-plan", "Names are removed, so data are anonymous; disks are encrypted; federated learning leaks nothing; differential privacy is not needed."],
  ])("that hold misconceptions meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
  test.each([
    ["priv-explain-audit", 5, "平均值掩盖了少数高风险记录；应报告误报率 0.1% 时的命中率，用 LiRA；插入金丝雀做提取测试；弱攻击没攻破不等于安全；DP 给出上界，审计得到的是下界，若超过就说明实现有 bug。"],
    ["priv-explain-audit", 5, "The average hides outliers; report TPR at low FPR with LiRA; insert canaries; a weak attack proves nothing; DP gives an upper bound, and an audit exceeding it means an implementation bug."],
    ["priv-hospital-plan", 6, "写威胁模型，保护单位是患者；数据最小化、脱敏、去重；联邦学习加安全聚合；用 DP-SGD 并报告 ε、δ；上线前用金丝雀和 LiRA 审计；之后做访问控制和日志。"],
    ["priv-hospital-plan", 6, "A threat model with the patient as unit; de-identify and deduplicate; federated learning with secure aggregation; DP-SGD with epsilon and delta reported; canaries and LiRA; access control and logs."],
  ] as const)("in other words meet all points: %s, %i, %s", (id, points, text) => {
    expect(met(id, text)).toHaveLength(points);
  });
});
