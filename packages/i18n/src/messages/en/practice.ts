/** The page around a question. What the question itself says is in `player`. */
export const practice = {
  title: "Practice",
  topic: "Practice: {topic}",
  progress: "Question {current} of {total}",
  submit: "Check",
  submitting: "Checking…",
  dontKnow: "I don’t know",
  next: "Next question",
  finish: "Finish",
  another: "Another one like this",
  leave: "Leave practice",
  complete: "Fill in the answer first.",
  retrying: "The connection dropped. Your answer is kept and is sent again, once.",
  kept: "Your answer is kept.",
  done: {
    title: "Done for now",
    line: "{right} of {total} right",
    again: "Practise on",
    toTopic: "Back to the topic",
    mastery: "{topic}: {before} → {after}",
  },
  empty: {
    title: "No questions to practise here",
    body: "This topic has no published questions yet.",
    action: "See other topics",
  },
  report: "Report an error",
} as const;
