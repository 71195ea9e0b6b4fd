/** Said beside a field that is not filled in yet, or not so that it can be read; `{limit}` is its limit as it is written in it. */
export const fields = {
  missing: "Fill in this field.",
  unticked: "Tick this box to go on.",
  unchosen: "Choose one of these.",
  email: "Enter a complete e-mail address, such as name@example.com.",
  number: "Enter a number.",
  date: "Enter a complete date.",
  tooShort: "Enter at least {limit} characters.",
  tooLong: "Enter at most {limit} characters.",
  tooLow: "Enter {limit} or more.",
  tooHigh: "Enter {limit} or less.",
  tooEarly: "Choose {limit} or later.",
  tooLate: "Choose {limit} or earlier.",
  whole: "Enter a whole number.",
  step: "Enter a number in steps of {limit}.",
} as const;
