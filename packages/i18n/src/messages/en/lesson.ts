export const lesson = {
  title: "Lesson",
  minutes: "{minutes, plural, one {# minute to read} other {# minutes to read}}",
  practise: "Practise this topic",
  practiseHint: "{count, plural, one {# question} other {# questions}} on what you have just read",
  updated: "Updated {date}",
  previous: "Before this",
  next: "After this",
  otherLanguage: "Read this in Chinese",
} as const;
