import { messages, playerLabels } from "@tidao/i18n";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PracticeDone } from "./practice-done";
import { newSession } from "./practice-state";

test("a learner sees at the end of a sitting which question each verdict is of", () => {
  const row = {
    questionId: "q1",
    submissionId: "s1",
    kind: "numeric",
    stem: "<p>How many tokens?</p>",
    verdict: "wrong",
    blank: false,
  } as const;
  const unknown = { ...row, submissionId: "s2", stem: "<p>How many bytes?</p>", blank: true };
  const html = renderToStaticMarkup(
    <PracticeDone
      session={{ ...newSession, answered: [row, unknown], finished: true }}
      dueOnly={false}
      named={false}
      from={null}
      locale="en"
      words={messages.en.practice}
      kinds={messages.en.questionKinds}
      verdicts={playerLabels("en").verdicts}
      problem={null}
      busy={false}
      onGoOn={() => {}}
    />,
  );
  expect(html).toMatch(
    /How many tokens\?[\s\S]*Number[\s\S]*Not right[\s\S]*See it again[\s\S]*How many bytes\?[\s\S]*Not known yet/,
  );
});
