import type { PlayerLabels } from "@tidao/i18n";
import { Mark, type MarkShape } from "@tidao/ui/mark";
import type { FeedbackPart } from "./question-props";

type MarkName = keyof PlayerLabels["marks"];
const looks: Record<MarkName, { shape: MarkShape; tone: string }> = {
  chosenRight: { shape: "right", tone: "right" },
  chosenWrong: { shape: "wrong", tone: "wrong" },
  missed: { shape: "pending", tone: "right" },
  errorFound: { shape: "right", tone: "right" },
  errorMissed: { shape: "pending", tone: "partial" },
  soundMarked: { shape: "wrong", tone: "wrong" },
  right: { shape: "right", tone: "right" },
  wrong: { shape: "wrong", tone: "wrong" },
  found: { shape: "right", tone: "right" },
  notFound: { shape: "pending", tone: "partial" },
};

/** Of a choice: chosen rightly, chosen wrongly, missed; nothing for one that was rightly left alone. */
export function choiceMark({ chosen, right }: FeedbackPart): MarkName | null {
  if (chosen) return right ? "chosenRight" : "chosenWrong";
  return right ? null : "missed";
}

/** A shape in its tone with the words that it stands for, shown or read out. */
export function PartMark({ name, labels, words }: { name: MarkName; labels: PlayerLabels; words?: boolean }) {
  const { shape, tone } = looks[name];
  return (
    <span className={`part-mark tone-${tone}`}>
      <Mark shape={shape} />
      <span className={words ? undefined : "sr-only"}>{labels.marks[name]}</span>
    </span>
  );
}
