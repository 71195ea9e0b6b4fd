import { Mark } from "@tidao/ui/mark";
import type { CSSProperties } from "react";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { layoutMap, type MapNode, neighbours } from "./map-layout";
import { MapKeys } from "./map-keys";
import { levelName, stateLooks, type Topic } from "./topic-state";

/** Sizes in px: a topic's box, and what lies between two of them. */
const box = { width: 184, height: 64 };
const gap = { x: 56, y: 16 };
const step = { x: box.width + gap.x, y: box.height + gap.y };
const levels = [0, 1, 2, 3, 4] as const;

/** The topics on their prerequisite graph, left to right by depth, filled by mastery. The list says the same in words. */
export function TopicMap({ topics }: { topics: readonly Topic[] }) {
  const { words, say, to } = pageWords();
  const texts = words.topics;
  const layout = layoutMap(topics);
  const width = layout.columns * step.x - gap.x;
  const height = layout.rows * step.y - gap.y;
  const bySlug = new Map(topics.map((topic) => [topic.slug, topic]));
  return (
    <div className="grid gap-4">
      <p className="text-muted">{texts.map.lead}</p>
      <Legend />
      <div
        className="topic-map -mx-4 overflow-x-auto px-4 py-2"
        role="region"
        aria-label={texts.map.label}
        tabIndex={0}
      >
        <div className="relative" style={{ width, height }}>
          <svg className="absolute inset-0" width={width} height={height} aria-hidden="true">
            {layout.edges.map(({ from, to: end }) => (
              <path key={`${from.slug} ${end.slug}`} data-ends={`${from.slug} ${end.slug}`} d={line(from, end)} />
            ))}
          </svg>
          {layout.nodes.map((node) => {
            const topic = bySlug.get(node.slug);
            if (!topic) return null;
            const { left, right, up, down } = neighbours(layout, node);
            const state = texts.state[topic.state];
            const said = say(texts.map.describe, { state, level: levelName(words, topic.level) });
            return (
              <AppLink
                key={node.slug}
                id={`map-${node.slug}`}
                href={to(`/topics/${node.slug}`)}
                data-left={left}
                data-right={right}
                data-up={up}
                data-down={down}
                className={`map-topic level-fill level-${topic.level} ${topic.due > 0 ? "map-topic-due" : ""} ${topic.state === "not-ready" ? "map-topic-later" : ""}`}
                style={place(node)}
              >
                <span className="text-xs opacity-80">{topic.number}</span>
                <span className="line-clamp-2">{topic.title}</span>
                <StateMark state={topic.state} />
                {/* the name begins with what is seen, for those who speak to their browser */}
                <span className="sr-only">
                  {topic.due > 0 ? `${said} ${say(texts.due, { count: topic.due })}` : said}
                </span>
              </AppLink>
            );
          })}
        </div>
      </div>
      <MapKeys />
      <style>{topics.map(({ slug }) => highlight(slug)).join("\n")}</style>
    </div>
  );
}

const place = ({ column, row }: MapNode): CSSProperties => ({ left: column * step.x, top: row * step.y, ...box });

function line(from: MapNode, to: MapNode): string {
  const [x1, y1] = [from.column * step.x + box.width, from.row * step.y + box.height / 2];
  const [x2, y2] = [to.column * step.x, to.row * step.y + box.height / 2];
  const bend = Math.max(gap.x / 2, (x2 - x1) / 3);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}

/** The lines of the topic under the pointer or the focus, without a script. */
const highlight = (slug: string) =>
  `.topic-map:has(#map-${slug}:is(:hover,:focus-visible)) [data-ends~="${slug}"]{stroke:var(--color-accent);stroke-width:2.5}`;

function StateMark({ state }: Pick<Topic, "state">) {
  const { shape } = stateLooks[state];
  return shape ? <Mark shape={shape} size={14} /> : null;
}

const statesShown = ["in-progress", "mastered", "skipped"] as const;
function Legend() {
  const { words } = pageWords();
  const { map, state: states } = words.topics;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted" aria-label={map.legend}>
      {levels.map((level) => (
        <li key={level} className="flex items-center gap-2">
          <span className={`size-4 rounded-sm border border-line level-fill level-${level}`} />
          {levelName(words, level)}
        </li>
      ))}
      <li className="flex items-center gap-2">
        <span className="map-topic-due size-4 rounded-sm bg-raised" />
        {map.due}
      </li>
      <li className="flex items-center gap-2">
        <span className="size-4 rounded-sm border border-dashed border-edge" />
        {states["not-ready"]}
      </li>
      {statesShown.map((state) => (
        <li key={state} className="flex items-center gap-2">
          <StateMark state={state} />
          {states[state]}
        </li>
      ))}
    </ul>
  );
}
