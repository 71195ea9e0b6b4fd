export const desk = {
  title: "What needs doing",
  published: "{count, plural, one {# question published} other {# questions published}}",
  drafts: "{count, plural, =0 {no open drafts} one {# open draft} other {# open drafts}}",
  retired: "{count, plural, =0 {none retired} other {# retired}}",
  openDrafts: {
    title: "Open drafts",
    none: "No draft is waiting. Whatever you change in a question waits here until you publish it.",
    all: "All drafts",
    ready: "Ready to publish",
    problems: "{count, plural, one {# problem} other {# problems}}",
    fromFiles: "from the course’s files",
    by: "by {name}",
  },
  surprising: {
    title: "Hardly ever right",
    lead: "Answered twenty times or more for less than three points in ten: look at the key, the text and the lesson.",
    none: "No question stands out. Here appear those that are answered often and hardly ever right.",
  },
  coverage: {
    title: "Coverage",
    lead: "Published questions by topic and kind. {empty, plural, =0 {Every topic has questions.} one {One topic has no question yet.} other {# topics have no question yet.}}",
    topic: "Topic",
    total: "All",
    cell: "{topic}, {kind}: {count}",
  },
} as const;
