export const glossary = {
  title: "Glossary",
  lead: "The terms of the course in both languages, each in one sentence.",
  open: "Glossary",
  search: "Find a term",
  searchHint: "In either language",
  topic: "Topic",
  allTopics: "All topics",
  count: "{count, plural, one {# term} other {# terms}}",
  also: "also {forms}",
  noneFound: "No term fits. Try a shorter word, or show all of them.",
  showAll: "Show all terms",
  none: "There are no terms yet.",
} as const;
