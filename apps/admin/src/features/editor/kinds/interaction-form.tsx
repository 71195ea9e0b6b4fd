"use client";
import type { QuestionKind } from "../../questions/question-filter";
import { ChoicesForm } from "./choices-form";
import { ClozeForm } from "./cloze-form";
import { FindErrorForm } from "./find-error-form";
import { MatchingForm } from "./matching-form";
import { NumericForm } from "./numeric-form";
import { OrderingForm } from "./ordering-form";
import { ShortAnswerForm } from "./short-answer-form";

/** What the learner answers, as a form of its kind. */
export function InteractionForm({ kind }: { kind: QuestionKind }) {
  switch (kind) {
    case "single-choice":
      return <ChoicesForm one />;
    case "multiple-choice":
      return <ChoicesForm />;
    case "numeric":
      return <NumericForm />;
    case "ordering":
      return <OrderingForm />;
    case "matching":
      return <MatchingForm />;
    case "cloze":
      return <ClozeForm />;
    case "find-error":
      return <FindErrorForm />;
    case "short-answer":
      return <ShortAnswerForm />;
  }
}
