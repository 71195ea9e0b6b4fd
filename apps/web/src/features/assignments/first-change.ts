interface Times {
  state: "upcoming" | "open" | "done" | "closed";
  opensAt: string;
  dueAt: string;
}

/** When the first of these assignments opens or is due, so that a list of them says something else; null where all is past. */
export function firstChange(assignments: readonly Times[], now: Date): string | null {
  const times = assignments.map(({ state, opensAt, dueAt }) => (state === "upcoming" ? opensAt : dueAt));
  return (
    times.filter((time) => Date.parse(time) > now.getTime()).toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ??
    null
  );
}
