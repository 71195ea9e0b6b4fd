/** Where the topics stand on the map of prerequisites: columns by depth, and a lane for each area. */
export interface MapTopic {
  slug: string;
  area: string;
  prerequisites: readonly string[];
}
export interface MapNode {
  slug: string;
  column: number;
  row: number;
}
export interface MapLayout {
  nodes: MapNode[];
  edges: { from: MapNode; to: MapNode }[];
  /** The rows of an area, which belongs to no other. */
  lanes: { area: string; row: number; rows: number }[];
  columns: number;
  rows: number;
}

/** @param areas in the order of their lanes; those of no topic have none */
export function layoutMap(topics: readonly MapTopic[], areas: readonly string[]): MapLayout {
  const bySlug = new Map(topics.map((topic) => [topic.slug, topic]));
  const depths = new Map<string, number>();
  const depthOf = ({ slug, prerequisites }: MapTopic): number => {
    const known = depths.get(slug);
    if (known !== undefined) return known;
    // guards against a cycle, which the importer refuses: the walk ends where it began
    depths.set(slug, 0);
    const needs = prerequisites.flatMap((need) => bySlug.get(need) ?? []);
    const depth = needs.length === 0 ? 0 : 1 + Math.max(...needs.map(depthOf));
    depths.set(slug, depth);
    return depth;
  };
  const nodes = new Map<string, MapNode>();
  const lanes: MapLayout["lanes"] = [];
  let rows = 0;
  for (const area of areas) {
    const taken = new Map<number, number>();
    for (const topic of topics) {
      if (topic.area !== area) continue;
      const column = depthOf(topic);
      const before = taken.get(column) ?? 0;
      taken.set(column, before + 1);
      nodes.set(topic.slug, { slug: topic.slug, column, row: rows + before });
    }
    if (taken.size === 0) continue;
    lanes.push({ area, row: rows, rows: Math.max(...taken.values()) });
    rows += Math.max(...taken.values());
  }
  const edges = topics.flatMap(({ slug, prerequisites }) =>
    prerequisites.flatMap((need) => {
      const [from, to] = [nodes.get(need), nodes.get(slug)];
      return from && to ? [{ from, to }] : [];
    }),
  );
  const placed = topics.flatMap(({ slug }) => nodes.get(slug) ?? []);
  return { nodes: placed, edges, lanes, columns: Math.max(0, ...placed.map(({ column }) => column)) + 1, rows };
}

/** Where the arrow keys lead from a topic: along its lines sideways, within its column up and down. */
export function neighbours(
  { nodes, edges }: MapLayout,
  node: MapNode,
): Record<"left" | "right" | "up" | "down", string> {
  const nearest = (candidates: MapNode[]) =>
    candidates.toSorted((a, b) => Math.abs(a.row - node.row) - Math.abs(b.row - node.row))[0]?.slug ?? "";
  const column = nodes.filter(({ column }) => column === node.column).toSorted((a, b) => a.row - b.row);
  const place = column.findIndex(({ slug }) => slug === node.slug);
  return {
    left: nearest(edges.filter(({ to }) => to.slug === node.slug).map(({ from }) => from)),
    right: nearest(edges.filter(({ from }) => from.slug === node.slug).map(({ to }) => to)),
    up: column[place - 1]?.slug ?? "",
    down: column[place + 1]?.slug ?? "",
  };
}
