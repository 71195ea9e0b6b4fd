export const analytics = {
  title: "Progress",
  lead: "What you know, from what you answered.",
  accuracy: {
    title: "Accuracy by topic",
    sentence: "You answer {best} best and {worst} least well.",
    sentenceOne: "{topic}: {accuracy} right.",
    topic: "Topic",
    right: "Right",
    answers: "Answers",
  },
  mastery: {
    title: "Mastery by topic",
    sentence: "{mastered} of {total} topics are mastered, {started} more are begun.",
    level: "Level",
    practise: "Practise {topic}",
  },
  activity: {
    title: "Activity by day",
    sentence:
      "{answers, plural, one {# answer} other {# answers}} on {days, plural, one {# day} other {# days}} of the last {weeks} weeks.",
    day: "Day",
    answers: "Answers",
    none: "none",
  },
  empty: { title: "Nothing to show yet", body: "Charts begin with your first answers.", action: "Answer a question" },
} as const;
