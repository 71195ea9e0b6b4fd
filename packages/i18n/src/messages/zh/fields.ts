import type { Translation } from "../../translation";
import type { fields as original } from "../en/fields";

export const fields: Translation<typeof original> = {
  missing: "请填写此项。",
  unticked: "请先勾选此项。",
  unchosen: "请选择一项。",
  email: "请输入完整的邮箱，例如name@example.com。",
  number: "请输入数字。",
  date: "请输入完整的日期。",
  tooShort: "请至少输入{limit}个字符。",
  tooLong: "最多只能输入{limit}个字符。",
  tooLow: "请输入不小于{limit}的数。",
  tooHigh: "请输入不大于{limit}的数。",
  tooEarly: "请选择{limit}或之后的日期。",
  tooLate: "请选择{limit}或之前的日期。",
  whole: "请输入整数。",
  step: "请按{limit}的间隔输入数字。",
};
