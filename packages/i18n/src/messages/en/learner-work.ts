/** What the player says of an answer when its reader is the instructor and not the one who gave it. */
export const learnerWork = {
  numeric: { label: "Answer" },
  shortAnswer: { label: "Answer" },
  feedback: { yourChoice: "Why, for what was chosen", yourAnswer: "Answer given" },
  marks: {
    chosenRight: "Chosen, right",
    chosenWrong: "Chosen, not right",
    errorFound: "An error, and found",
    errorMissed: "An error that was missed",
    soundMarked: "Marked, but it is sound",
    found: "Recognised in the answer",
  },
} as const;
