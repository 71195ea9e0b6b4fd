import { type Course, type CourseTopic, isComplete } from "../course";
import type { Problem } from "../problem";
import { belowFinished, measureTopic } from "./measure-topic";

/** A topic with a lesson is finished: what it lacks of that is a fault, named where it is about an objective or a misconception. */
export function checkCoverage({ topics }: Course): Problem[] {
  return topics.filter(isComplete).flatMap((topic) =>
    belowFinished(measureTopic(topic)).map(({ what, id }) => ({
      file: topic.place.file,
      line: id === undefined ? 1 : lineOf(topic, id),
      what: `not what a finished topic has: ${what}`,
      mend:
        id === undefined ? "write what is missing, or shorten" : "write a question that asks for it or lures with it",
    })),
  );
}

function lineOf({ place, objectives, misconceptions }: CourseTopic, id: string): number {
  const at = (list: readonly { id: string }[]) => list.findIndex((each) => each.id === id);
  return at(objectives) >= 0
    ? place.lineOf(["objectives", at(objectives)])
    : place.lineOf(["misconceptions", at(misconceptions)]);
}
