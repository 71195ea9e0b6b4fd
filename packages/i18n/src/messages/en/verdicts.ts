/** For tables and lists; what the player says beside an answer is in `player.verdicts`. */
export const verdicts = {
  right: "Right",
  partial: "Partly right",
  wrong: "Not right",
  pending: "To be compared",
  unanswered: "Not answered",
} as const;
