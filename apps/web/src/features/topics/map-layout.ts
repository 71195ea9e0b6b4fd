/** Where the topics stand on the map of prerequisites: columns by depth, rows so that lines cross little. */
export interface MapTopic {
  slug: string;
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
  columns: number;
  rows: number;
}

export function layoutMap(topics: readonly MapTopic[]): MapLayout {
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
  const columns: MapTopic[][] = [];
  for (const topic of topics) (columns[depthOf(topic)] ??= []).push(topic);

  const nodes = new Map<string, MapNode>();
  const rows = Math.max(1, ...columns.map((column) => column.length));
  columns.forEach((column, index) => {
    // barycentre rule (Sugiyama 1981): each topic as near as can be to the middle of what it needs
    const wanted = (topic: MapTopic) => {
      const above = topic.prerequisites.flatMap((need) => nodes.get(need)?.row ?? []);
      return above.length === 0 ? topics.indexOf(topic) : above.reduce((sum, row) => sum + row, 0) / above.length;
    };
    const start = (rows - column.length) / 2;
    column
      .map((topic) => ({ topic, at: wanted(topic) }))
      .toSorted((a, b) => a.at - b.at)
      .forEach(({ topic }, place) => nodes.set(topic.slug, { slug: topic.slug, column: index, row: start + place }));
  });
  const edges = topics.flatMap(({ slug, prerequisites }) =>
    prerequisites.flatMap((need) => {
      const [from, to] = [nodes.get(need), nodes.get(slug)];
      return from && to ? [{ from, to }] : [];
    }),
  );
  return { nodes: topics.flatMap(({ slug }) => nodes.get(slug) ?? []), edges, columns: columns.length, rows };
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
