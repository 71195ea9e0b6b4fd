export const paths = {
  title: "Study paths",
  lead: "An order through the topics, with the reason for each step.",
  steps: "{count, plural, one {# step} other {# steps}}",
  hours: "{hours, plural, one {about # hour} other {about # hours}}",
  begin: "Begin this path",
  resume: "Go on",
  current: "Your path",
  change: "Take this path instead",
  why: "Why here",
  progress: "{done} of {total} topics mastered",
  step: "Step {step}",
  none: "There are no paths yet.",
} as const;
