export const lesson = {
  minutes: "{minutes, plural, one {# minute to read} other {# minutes to read}}",
  updated: "Updated {date}",
  practiseHint: "{count, plural, one {# question} other {# questions}}, {seen} met",
  practiseSection: "Practise this section ({count, plural, one {# question} other {# questions}})",
  goOn: "Continue reading at “{section}”",
  code: {
    copy: "Copy the code",
    copied: "The code is copied.",
    notCopied: "The browser did not let us copy. Select it and copy it by hand.",
  },
  read: "Read",
  markRead: "Mark as read",
  marking: "Saving…",
  marked: "Marked as read",
  end: "End of the lesson",
  endHint: "What you read holds better once you have answered something about it.",
} as const;
