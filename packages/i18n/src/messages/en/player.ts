/** Everything that the player says. Passed to it as a plain object: keep it small. */
export const player = {
  choices: { one: "Choose one", many: "Choose all that are right" },
  numeric: {
    label: "Your answer",
    unit: "Unit",
    hint: "A number such as 1.5, 1,000 or 2e9.",
    impliedUnit: "Without a unit, {unit} is meant.",
  },
  ordering: {
    legend: "Put these in order, first at the top",
    up: "Move item {position} up",
    down: "Move item {position} down",
    moved: "Now at place {position} of {total}",
    drag: "Drag, or use the arrows.",
  },
  matching: {
    legend: "Find the partner of each",
    candidates: "Candidates",
    choose: "Choose…",
    partner: "Partner of {number}",
  },
  cloze: { legend: "Fill in the blanks", blank: "Blank {number} of {total}" },
  findError: {
    legend: "Mark each part that is wrong",
    marked: "{count, plural, =0 {Nothing marked} one {# part marked} other {# parts marked}}",
  },
  shortAnswer: {
    label: "Your answer, in a few sentences",
    hint: "Ctrl or ⌘ with Enter checks it.",
    count: "{used} of {limit} characters",
  },
  confidence: {
    legend: "How sure are you?",
    levels: { "1": "Guessing", "2": "Unsure", "3": "Fairly sure", "4": "Certain" },
  },
  verdicts: {
    right: "Right",
    partial: "Partly right",
    wrong: "Not right",
    unknown: "Not known yet",
    pending: "Now compare",
  },
  feedback: {
    points: "{points} of {max, plural, one {# point} other {# points}}",
    rule: "How it is scored",
    hints: "{count, plural, one {# hint taken} other {# hints taken}}: {percent} off what the answer earned.",
    yourChoice: "Why, for your choice",
    yourAnswer: "Your answer",
    correction: "Correction",
    rightOrder: "The right order",
    rightAnswer: "Right answer",
    nothing: "No answer",
    others: "The other choices",
    parts: "Part by part",
    misconception: "Misconception behind this",
    inFact: "In fact",
    solution: "Solution",
    modelAnswer: "A model answer",
    keyPoints: "Key points",
    sources: "Sources",
  },
  marks: {
    chosenRight: "Your choice, right",
    chosenWrong: "Your choice, not right",
    missed: "Right, but not chosen",
    errorFound: "An error, and you found it",
    errorMissed: "An error that you missed",
    soundMarked: "You marked it, but it is sound",
    right: "Right",
    wrong: "Not right",
    found: "Recognised in your answer",
    notFound: "Not recognised",
  },
  selfTick: {
    title: "Did you say these too?",
    lead: "These key points were not recognised in your answer. Tick those that are in it, in whatever words.",
    confirm: "Done comparing",
    confirming: "Saving…",
  },
  hints: {
    title: "Hints",
    take: "Show a hint",
    cost: "Each hint takes a fifth of what your answer earns.",
    left: "{count, plural, =0 {No more hints} one {# hint left} other {# hints left}}",
    number: "Hint {number}",
  },
  rules: {
    "single-choice": "All the points for the right choice, otherwise none.",
    "multiple-choice":
      "There are as many shares as right choices. Each right one chosen earns a share, each wrong one takes a share away, or more where fewer are wrong than right, so choosing everything earns nothing. Never below zero.",
    numeric: "All the points within the tolerance, otherwise none.",
    ordering:
      "The longest chain of items that stand in the right order among themselves counts: its items less one, over all items less one.",
    matching: "An equal share for each partner found.",
    cloze:
      "An equal share for each blank filled right, in either language. Capitals, punctuation and spaces do not matter.",
    "find-error":
      "There are as many shares as wrong parts. Each one found earns a share, each sound part marked takes a share away, or more where fewer are sound than wrong, so marking everything earns nothing. Never below zero.",
    "short-answer": "An equal share for each key point, in either language. What is not recognised is yours to tick.",
  },
  /** Of a number, behind its rule. */
  tolerance: {
    relative: "Here that is {percent} of the right value, up or down.",
    absolute: "Here that is {amount}, up or down.",
    exact: "Here the value has to be exact.",
  },
  lesson: { contents: "On this page", sources: "Sources", practise: "Practise this" },
} as const;
