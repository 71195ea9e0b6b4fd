export const mastery = {
  levels: { "0": "Not started", "1": "Beginning", "2": "Developing", "3": "Solid", "4": "Mastered" },
} as const;
