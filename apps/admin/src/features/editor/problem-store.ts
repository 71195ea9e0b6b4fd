import { type DraftProblem, problemsByPlace } from "./draft-problem";
import type { ProblemStore } from "./editor-context";

const none: readonly DraftProblem[] = [];

export function createProblemStore(start: readonly DraftProblem[]): ProblemStore {
  let all = start;
  let places = problemsByPlace(start);
  const listeners = new Set<() => void>();
  return {
    at: (key) => places.get(key) ?? none,
    all: () => all,
    set: (problems) => {
      all = problems;
      places = problemsByPlace(problems);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
