import type { Course } from "../course";
import type { Problem } from "../problem";

/** Ids, areas and the graph of prerequisites. */
export function checkCurriculum({ curriculum, places, strayTopics }: Course): Problem[] {
  const { areas, topics } = curriculum;
  const at = (path: (string | number)[], what: string, mend: string): Problem => ({
    file: places.curriculum.file,
    line: places.curriculum.lineOf(path),
    what,
    mend,
  });
  const found: Problem[] = [];
  topics.forEach(({ id, slug, area, prerequisites }, i) => {
    const twice = topics.findIndex((other) => other.id === id || other.slug === slug);
    if (twice < i)
      found.push(at(["topics", i], `topic ${id} (${slug}) is named twice`, "give it an id and a slug of its own"));
    if (!areas.some((each) => each.id === area))
      found.push(at(["topics", i, "area"], `unknown area ${area}`, "add it to areas, or correct it"));
    for (const prerequisite of prerequisites)
      if (!topics.some((other) => other.id === prerequisite))
        found.push(
          at(
            ["topics", i, "prerequisites"],
            `topic ${slug} builds on ${prerequisite}, which does not exist`,
            "name the id of a topic",
          ),
        );
  });
  const cycle = findCycle(new Map(topics.map(({ id, prerequisites }) => [id, prerequisites])));
  if (cycle) {
    const i = topics.findIndex(({ id }) => id === cycle[0]);
    found.push(
      at(
        ["topics", i, "prerequisites"],
        `topics build on each other in a circle: ${cycle.join(" → ")}`,
        "remove one of these prerequisites",
      ),
    );
  }
  for (const folder of strayTopics)
    found.push({
      file: `topics/${folder}`,
      line: 1,
      what: `curriculum.yaml does not name the topic ${folder}`,
      mend: "add it there, or remove the folder",
    });
  return found;
}

export function findCycle(graph: ReadonlyMap<number, readonly number[]>): number[] | null {
  const done = new Set<number>();
  const walk = (id: number, way: number[]): number[] | null => {
    if (way.includes(id)) return [...way.slice(way.indexOf(id)), id];
    if (done.has(id)) return null;
    for (const next of graph.get(id) ?? []) {
      const cycle = walk(next, [...way, id]);
      if (cycle) return cycle;
    }
    done.add(id);
    return null;
  };
  for (const id of graph.keys()) {
    const cycle = walk(id, []);
    if (cycle) return cycle;
  }
  return null;
}
