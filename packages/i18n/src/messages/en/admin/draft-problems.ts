/** What keeps a question from being published: what is wrong, and how to mend it, by the code of the check. */
export const draftProblems = {
  text: {
    invisible: {
      what: "The text holds {character}, a character that nobody sees",
      mend: "Delete what stands around it and write it anew.",
    },
    "not-chinese": { what: "The Chinese text holds no Chinese", mend: "Write it in Chinese." },
    "not-english": { what: "The English text is Chinese", mend: "Write it in English." },
    "placeholder-left": {
      what: "The placeholder {placeholder} is filled in by nothing",
      mend: "Switch variants on, or write the value.",
    },
    "placeholder-unknown": {
      what: "The placeholder {placeholder} names {name}, which there is not",
      mend: "Name a parameter or a computed value.",
    },
    "placeholder-format": {
      what: "The format “{format}” of {placeholder} is unknown",
      mend: "Use .2f, a comma, or both: ,.2f",
    },
    "all-of-the-above": {
      what: "This choice sums up the others",
      mend: "Say what it claims: choices are shuffled.",
    },
  },
  part: {
    "duplicate-id": { what: "The id {id} is used twice", mend: "Remove one of the two and add it anew." },
    "duplicate-text": {
      what: "“{text}” stands in two parts",
      mend: "A learner could not tell them apart: change one.",
    },
    "misconception-on-key": {
      what: "The right choice names the misconception {misconception}",
      mend: "Move it to a wrong choice.",
    },
  },
  choice: {
    "key-count": {
      what: "{keys, plural, =0 {No choice is right} one {# choice is right} other {# choices are right}}",
      mend: "Mark exactly one; several belong into multiple choice.",
    },
    "nothing-wrong": { what: "Every choice is right", mend: "Add a wrong one." },
  },
  passage: {
    "mark-missing": { what: "The passage does not mark {id}", mend: "Put the mark [[{id}]] into it." },
    "mark-unknown": {
      what: "The passage marks {id}, which is not among the parts below",
      mend: "Add it there, or remove the mark.",
    },
    "mark-repeated": { what: "The passage marks {id} twice", mend: "Mark it once." },
  },
  "find-error": {
    "nothing-wrong": { what: "No part is an error", mend: "Tick the part that is wrong." },
    "all-wrong": { what: "Every part is an error", mend: "Add parts that are right." },
    "correction-missing": { what: "The error {id} has no correction", mend: "Say what it should be." },
  },
  numeric: {
    "check-missing": {
      what: "A question with variants needs a second way to its answer",
      mend: "Give an independent formula for the same number.",
    },
    "check-disagrees": {
      what: "The two ways disagree: {answer} and {check} (variant {seed})",
      mend: "One of the two formulas is wrong.",
    },
    "not-finite": {
      what: "The value is {value} (variant {seed})",
      mend: "Keep out the parameters for which it is undefined.",
    },
    "out-of-range": {
      what: "The answer {value} is out of any sensible range (variant {seed})",
      mend: "Choose another unit.",
    },
    "key-not-typable": {
      what: "The answer with six significant digits is not accepted (variant {seed}: {points} points)",
      mend: "Widen the tolerance.",
    },
    "tolerance-wide": {
      what: "A tolerance of {value} takes nearly anything for the answer {answer} (variant {seed})",
      mend: "Narrow it to less than half of the answer.",
    },
    "unit-not-listed": {
      what: "The accepted units do not hold {unit} with factor 1",
      mend: "Add it, or clear the list.",
    },
    "distractor-meets-key": {
      what: "This wrong value, {value}, lies within the tolerance of the answer {answer} (variant {seed})",
      mend: "Change it, the tolerance or the parameters.",
    },
    "distractors-meet": {
      what: "This wrong value, {value}, cannot be told from wrong answer {other} (variant {seed})",
      mend: "Change one of the two.",
    },
  },
  formula: {
    broken: {
      what: "The formula {formula} cannot be computed: {detail}",
      mend: "Mind names, operators and * between factors.",
    },
  },
  variant: {
    "range-empty": { what: "From, {min}, lies above To, {max}", mend: "Exchange the two." },
    "name-reserved": { what: "{name} is a word of the formula language", mend: "Choose another name." },
    "name-twice": { what: "{name} is a parameter and a computed value", mend: "Rename one of the two." },
    unused: { what: "Nothing uses {name}", mend: "Use it, or remove it." },
    "require-never-met": {
      what: "No draw meets the conditions (variant {seed})",
      mend: "Widen the parameters, or relax a condition.",
    },
    "too-few-draws": {
      what: "Only {draws} different variants",
      mend: "Let the parameters give at least {least}.",
    },
  },
  "short-answer": {
    "model-answer-misses": {
      what: "{locale, select, zh {The Chinese} other {The English}} model answer is not recognised as saying {id}",
      mend: "Add a wording as the model answer puts it, or say it there.",
    },
  },
  hints: {
    missing: { what: "Difficulty {difficulty} without a hint", mend: "Add one to three hints." },
  },
  grader: {
    "key-not-full": {
      what: "The grader gives the key only {points} points (variant {seed})",
      mend: "The key must earn 1: correct the question.",
    },
    "distractor-full": {
      what: "The grader gives the wrong answer “{label}” all the points (variant {seed})",
      mend: "It must earn less than the key.",
    },
  },
  reference: {
    objective: { what: "The topic has no objective “{id}”", mend: "Choose one of the topic’s: {known}." },
    source: { what: "There is no source “{id}”", mend: "Choose another." },
    misconception: { what: "There is no misconception “{id}”", mend: "Choose one of the topic’s: {known}." },
  },
  markdown: {
    unwritten: { what: "The text is not written yet", mend: "Write it." },
    tangled: {
      what: "The text has so many stars, underlines, brackets, lists or cells that it is shown as plain text",
      mend: "Take out those that mark nothing, or put them between backquotes.",
    },
    image: { what: "The image {url} is not shown here", mend: "Figures belong into lessons." },
    "no-alternative": {
      what: "The figure {url} has no alternative text",
      mend: "Say between its brackets what it shows.",
    },
    html: { what: "HTML is not shown: {html}", mend: "Use Markdown, or put code between backticks." },
    "code-language": { what: "Code in “{language}” is not coloured", mend: "Use a language that is, or text." },
    "mark-in-formula": {
      what: "A mark of the passage stands inside a formula",
      mend: "Put the whole formula into the mark, or the mark outside.",
    },
    formula: { what: "The formula {formula} is not valid: {detail}", mend: "Mind braces and spelling." },
    dollar: { what: "A $ opens no formula", mend: "Close it, or write \\$ for the currency." },
    emphasis: { what: "** is not read as emphasis", mend: "No blank inside the stars." },
    "unknown-source": { what: "There is no source “{id}”", mend: "Correct the id." },
    "link-topic": { what: "There is no topic {slug} to link to", mend: "Name a topic’s address." },
    "link-anchor": { what: "The lesson of {slug} has no section {anchor}", mend: "Link to the topic alone." },
    link: { what: "The link {url} leads nowhere", mend: "Use https://…, topic:slug or #anchor." },
  },
  form: {
    missing: { what: "Not written yet", mend: "Fill it in." },
    "too-few": {
      what: "Too few",
      mend: "{least, plural, one {At least one is needed.} other {At least # are needed.}}",
    },
    "too-many": { what: "Too many", mend: "At most {most} are possible." },
    "too-low": {
      what: "Too small",
      mend: "{exclusive, select, 1 {More than {least} is needed.} other {At least {least} is needed.}}",
    },
    "too-high": { what: "Too large", mend: "At most {most} is possible." },
    "too-long": { what: "Too long", mend: "At most {most} characters are possible." },
    "not-a-number": { what: "Not a number", mend: "Write digits, for example 0.05." },
    name: {
      what: "“{name}” cannot be a name in formulas",
      mend: "Begin with a letter; then letters, digits and _ only.",
    },
    id: { what: "Not a possible id", mend: "Use small letters, digits and hyphens." },
    "unknown-field": { what: "There is no field {field}", mend: "Remove it." },
    invalid: { what: "This cannot be read", mend: "Correct it." },
  },
} as const;
