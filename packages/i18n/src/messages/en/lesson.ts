export const lesson = {
  minutes: "{minutes, plural, one {# minute to read} other {# minutes to read}}",
  updated: "Updated {date}",
  practiseHint: "{count, plural, one {# question} other {# questions}}, {seen} met",
  practiseSection: "Practise this section ({count, plural, one {# question} other {# questions}})",
  read: "Read",
  markRead: "Mark as read",
  marking: "Saving…",
  marked: "Marked as read",
  end: "End of the lesson",
  endHint: "What you read holds better once you have answered something about it.",
} as const;
