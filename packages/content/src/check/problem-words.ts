import { codeLanguages } from "../render/code";
import type { QuestionProblemCode } from "./check-question-in-course";

type Words = (params: Record<string, string | number>) => readonly [what: string, mend: string];

/** What the checks of questions and of texts find, in the words of someone who edits the file. */
const words: Record<QuestionProblemCode, Words> = {
  "text.invisible": ({ character }) => [
    `the text holds ${character}, which nobody sees`,
    "delete what stands around it and write it anew",
  ],
  "text.not-chinese": () => ["the Chinese text holds no Chinese", "write it in Chinese"],
  "text.not-english": () => ["the English text is Chinese", "write it in English"],
  "text.placeholder-left": ({ placeholder }) => [
    `the placeholder ${placeholder} is left in the text`,
    "there is no variant to fill it in: add one, or write the value",
  ],
  "text.placeholder-unknown": ({ name, placeholder }) => [
    `the placeholder ${placeholder} names ${name}, which the variant does not have`,
    "name a parameter or a derived value",
  ],
  "text.placeholder-format": ({ format, placeholder }) => [
    `the format “${format}” of ${placeholder} is unknown`,
    "use .2f, a comma, or both: ,.2f",
  ],
  "text.all-of-the-above": () => ["a choice that sums up the others", "say what it claims: choices are shuffled"],
  "part.duplicate-id": ({ id }) => [`the id ${id} is used twice`, "give each part its own"],
  "part.duplicate-text": ({ text }) => [
    `the text “${text}” stands in two parts`,
    "a learner could not tell them apart: change one",
  ],
  "part.misconception-on-key": ({ misconception }) => [
    `the right choice names the misconception ${misconception}`,
    "move it to a wrong choice",
  ],
  "choice.key-count": ({ keys }) => [
    `${keys} choices are marked correct`,
    "mark exactly one (several only in multiple-choice)",
  ],
  "choice.nothing-wrong": () => ["every choice is correct", "add a wrong one"],
  "passage.mark-missing": ({ id }) => [`the passage does not mark ${id}`, `put [[${id}]] or [[${id}|words]] into it`],
  "passage.mark-unknown": ({ id }) => [
    `the passage marks ${id}, which is not defined`,
    "define it, or remove the mark",
  ],
  "passage.mark-repeated": ({ id }) => [`the passage marks ${id} twice`, "mark it once"],
  "find-error.nothing-wrong": () => ["no span is wrong", "mark the error with wrong: true"],
  "find-error.all-wrong": () => ["every span is wrong", "add spans that are right"],
  "find-error.correction-missing": ({ id }) => [`the error ${id} has no correction`, "say what it should be"],
  "numeric.check-missing": () => [
    "a parameterised question needs a second way to its answer",
    "add check: with an independent formula",
  ],
  "numeric.check-disagrees": ({ seed, answer, check }) => [
    `answer and check disagree: ${answer} and ${check} (seed ${seed})`,
    "one of the two formulas is wrong",
  ],
  "numeric.not-finite": ({ seed, value }) => [
    `the value is ${value} (seed ${seed})`,
    "keep out the parameters for which it is undefined",
  ],
  "numeric.out-of-range": ({ seed, value }) => [
    `the answer ${value} is out of any sensible range (seed ${seed})`,
    "choose another unit",
  ],
  "numeric.key-not-typable": ({ seed, points }) => [
    `the answer with six significant digits earns ${points} points (seed ${seed})`,
    "widen the tolerance",
  ],
  "numeric.tolerance-wide": ({ seed, value, answer }) => [
    `a tolerance of ${value} takes nearly anything for the answer ${answer} (seed ${seed})`,
    "narrow it to less than half of the answer",
  ],
  "numeric.unit-not-listed": ({ unit }) => [
    `units does not list ${unit} with factor 1`,
    `add { unit: ${unit}, factor: 1 }`,
  ],
  "numeric.distractor-meets-key": ({ seed, value, answer }) => [
    `the distractor ${value} is within tolerance of the answer ${answer} (seed ${seed})`,
    "change it, the tolerance or the parameters",
  ],
  "numeric.distractors-meet": ({ seed, value, other }) => [
    `the distractor ${value} is within tolerance of distractor ${other} (seed ${seed})`,
    "a learner's error could not be told: change one",
  ],
  "formula.broken": ({ formula, detail }) => [
    `the formula ${formula ?? ""} cannot be computed: ${detail}`,
    "mind names, operators and * between factors",
  ],
  "variant.range-empty": ({ min, max }) => [`min ${min} lies above max ${max}`, "exchange the two"],
  "variant.name-reserved": ({ name }) => [`${name} is a word of the formula language`, "rename the parameter"],
  "variant.name-twice": ({ name }) => [`${name} is a parameter and a derived value`, "rename one"],
  "variant.unused": ({ name }) => [`nothing uses ${name}`, "use it or remove it"],
  "variant.require-never-met": ({ seed }) => [
    `no draw meets the conditions (seed ${seed})`,
    "widen the parameters, or relax require",
  ],
  "variant.too-few-draws": ({ draws, least }) => [`only ${draws} different draws`, `allow at least ${least}`],
  "short-answer.model-answer-misses": ({ id, locale }) => [
    `the ${locale === "zh" ? "Chinese" : "English"} model answer is not recognised as saying ${id}`,
    "add a phrase as the model answer puts it, or say it there",
  ],
  "hints.missing": ({ difficulty }) => [`difficulty ${difficulty} without a hint`, "add one to three hints"],
  "grader.key-not-full": ({ seed, points }) => [
    `the grader gives the key ${points} points (seed ${seed})`,
    "the key must earn 1: correct the question",
  ],
  "grader.distractor-full": ({ seed, label }) => [
    `the grader gives the distractor “${label}” full marks (seed ${seed})`,
    "it must earn less than the key",
  ],
  "reference.objective": ({ id, known }) => [`unknown objective ${id}`, `name one of ${known}`],
  "reference.source": ({ id }) => [`unknown source ${id}`, "add it to sources.yaml, or correct the id"],
  "reference.misconception": ({ id, known }) => [`unknown misconception ${id}`, `name one of ${known}`],
  "markdown.unwritten": () => ["the text is not written yet", "write it"],
  "markdown.tangled": () => [
    "the text has so many stars, underlines, brackets, lists or cells that it is shown as plain text",
    "take out those that mark nothing, or put them between backquotes",
  ],
  "markdown.image": ({ url }) => [`the image ${url} is not shown here`, "figures belong into lessons"],
  "markdown.no-alternative": ({ url }) => [
    `the figure ${url} has no alternative text`,
    "say between the brackets what it shows",
  ],
  "markdown.html": ({ html }) => [`HTML is not shown: ${html}`, "use Markdown, or put code between backticks"],
  "markdown.code-language": ({ language }) => [
    `code in “${language}” is not coloured`,
    `use one of ${codeLanguages.join(", ")}, or text`,
  ],
  "markdown.mark-in-formula": () => [
    "a mark of the passage stands inside a formula",
    "put the whole formula into the mark, or the mark outside",
  ],
  "markdown.formula": ({ formula, detail }) => [
    `the formula ${formula} is not valid: ${detail}`,
    "mind braces, \\left and \\right, and spelling",
  ],
  "markdown.dollar": () => ["a $ opens no formula", "close it, or write \\$ for the currency"],
  "markdown.emphasis": () => ["** is not read as emphasis", "no blank inside, and one on each side if need be"],
  "markdown.unknown-source": ({ id }) => [`unknown source ${id}`, "add it to sources.yaml, or correct the id"],
  "markdown.link-topic": ({ slug }) => [`broken link: there is no topic ${slug}`, "name a slug of curriculum.yaml"],
  "markdown.link-anchor": ({ slug, anchor }) => [
    `broken link: the lesson of ${slug} has no section #${anchor}`,
    "name an anchor of that lesson, or link to the topic alone",
  ],
  "markdown.link": ({ url }) => [`broken link ${url}`, "use https://…, topic:slug or #anchor"],
};

export function problemWords({
  code,
  params,
}: {
  code: QuestionProblemCode;
  params: Record<string, string | number>;
}): { what: string; mend: string } {
  const [what, mend] = words[code](params);
  return { what, mend };
}
