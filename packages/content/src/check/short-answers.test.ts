import { gradeAnswer, type QuestionSpec } from "@tidao/grading";
import { describe, expect, test } from "vitest";
import { readCourse } from "../read/read-course";

const languages = ["zh", "en"] as const;
const asked = (await readCourse()).topics.flatMap((topic) =>
  topic.questions.flatMap(({ id, spec }) =>
    spec.interaction.kind === "short-answer" ? [{ id, topic, spec, said: spec.interaction }] : [],
  ),
);
function met(spec: QuestionSpec, text: string): string[] {
  const result = gradeAnswer(spec, { kind: "short-answer", text });
  return "parts" in result ? result.parts.flatMap(({ id, right }) => (right ? [id] : [])) : ["unreadable"];
}

describe("whoever answers in words", () => {
  test.each(asked)("has every point for the author's own answer: $id", ({ spec, said }) => {
    for (const language of languages)
      expect([language, met(spec, said.modelAnswer[language])]).toEqual([language, said.keyPoints.map(({ id }) => id)]);
  });
  test.each(asked)("has the point for each of its phrases, with words around it: $id", ({ spec, said }) => {
    const missed = said.keyPoints.flatMap(({ id, phrases }) =>
      languages.flatMap((language) =>
        phrases[language].flatMap((phrase) =>
          (language === "zh" ? [phrase, `首先，${phrase}，这很重要。`] : [phrase, `First of all, ${phrase}, I think.`])
            .filter((text) => !met(spec, text).includes(id))
            .map((text) => [id, text]),
        ),
      ),
    );
    expect(missed).toEqual([]);
  });
  test.each(asked)(
    "has none for the question's words, the topic's title or a misconception: $id",
    ({ spec, topic }) => {
      const nothing = [spec.stem, topic.title, ...topic.misconceptions.map(({ belief }) => belief)];
      const credited = nothing.flatMap((text) =>
        languages.map((language) => [text[language], met(spec, text[language])] as const),
      );
      expect(credited.filter(([, points]) => points.length > 0)).toEqual([]);
    },
  );
  test.each(asked)("has none for saying that a point is not needed or lacking: $id", ({ said, spec }) => {
    const first = said.keyPoints.map(({ id, phrases }) => ({ id, zh: phrases.zh[0] ?? "", en: phrases.en[0] ?? "" }));
    const plain = first.filter(
      ({ zh, en }) =>
        !/[不没无非未才]|否|空洞|以外/.test(zh) &&
        !/\b(?:not|no|never|only|less|false|without|until|when|cannot)\b|n't/.test(en),
    );
    for (const { id, zh, en } of plain)
      for (const text of [`${zh}没有必要`, `缺乏${zh}`, `${en} is not needed`, `a lack of ${en}`])
        expect([text, met(spec, text).filter((point) => point === id)]).toEqual([text, []]);
  });
});
