import { escapeHtml } from "@tidao/kernel";
import { HtmlOnce } from "@tidao/next-kit/html-once";
import { markHtml } from "@tidao/ui/mark";
import { pageWords } from "../../page-words";
import { layoutMap, type MapNode, neighbours } from "./map-layout";
import { MapKeys } from "./map-keys";
import { levelName, stateLooks, type Topic } from "./topic-state";

/** Sizes in px: a topic's box, and what lies between two of them. */
const box = { width: 184, height: 64 };
const gap = { x: 56, y: 16 };
const step = { x: box.width + gap.x, y: box.height + gap.y };
const levels = [0, 1, 2, 3, 4] as const;

export type MapTopic = Pick<Topic, "slug" | "number" | "title" | "prerequisites" | "level" | "state" | "due">;
/** What each of the five fills stands for, where that is not mastery. */
type Fills = Record<"0" | "1" | "2" | "3" | "4", string>;

interface TopicMapProps {
  topics: readonly MapTopic[];
  fills?: Fills;
}

/** The topics on their prerequisite graph, left to right by depth, filled by mastery. The list says the same in words. */
export function TopicMap({ topics, fills }: TopicMapProps) {
  const { words, to } = pageWords();
  const texts = words.topics;
  const layout = layoutMap(topics);
  const width = layout.columns * step.x - gap.x;
  const height = layout.rows * step.y - gap.y;
  const edges = layout.edges.map(
    ({ from, to: end }) => `<path data-ends="${from.slug} ${end.slug}" d="${line(from, end)}"/>`,
  );
  const bySlug = new Map(topics.map((topic) => [topic.slug, topic]));
  const nodes = layout.nodes.map((node) => {
    const topic = bySlug.get(node.slug);
    return topic
      ? nodeHtml(topic, node, { href: to(`/topics/${node.slug}`), beside: neighbours(layout, node), fills })
      : "";
  });
  return (
    <div className="grid gap-4">
      <p className="text-muted">{texts.map.lead}</p>
      <Legend fills={fills} />
      <div
        className="topic-map -mx-4 overflow-x-auto px-4 py-2"
        role="region"
        aria-label={texts.map.label}
        tabIndex={0}
      >
        <HtmlOnce
          as="div"
          html={
            `<div class="relative" style="width:${width}px;height:${height}px">` +
            `<svg class="absolute inset-0" width="${width}" height="${height}" aria-hidden="true">${edges.join("")}</svg>${nodes.join("")}</div>`
          }
        />
      </div>
      <MapKeys />
      <style>{topics.map(({ slug }) => highlight(slug)).join("\n")}</style>
    </div>
  );
}

interface NodePlace {
  href: string;
  beside: ReturnType<typeof neighbours>;
  fills: Fills | undefined;
}
/** A topic's box as HTML: thirty of them and their lines are three hundred elements. Slugs are plain; every text goes through `escapeHtml`. */
function nodeHtml(topic: MapTopic, node: MapNode, { href, beside, fills }: NodePlace): string {
  const { words, say } = pageWords();
  const texts = words.topics;
  const { slug, number, title, level, state, due } = topic;
  const said = fills
    ? fills[levelKey(level)]
    : say(texts.map.describe, { state: texts.state[state], level: levelName(words, level) });
  const classes = `map-topic level-fill level-${level}${due > 0 ? " map-topic-due" : ""}${state === "not-ready" ? " map-topic-later" : ""}`;
  const place = `left:${node.column * step.x}px;top:${node.row * step.y}px;width:${box.width}px;height:${box.height}px`;
  return (
    `<a data-soft="" id="map-${slug}" href="${escapeHtml(href)}" data-left="${beside.left}" data-right="${beside.right}" data-up="${beside.up}" data-down="${beside.down}" class="${classes}" style="${place}">` +
    `<span class="text-xs opacity-80">${number}</span><span class="line-clamp-2">${escapeHtml(title)}</span>${markOf(state)}` +
    // the name begins with what is seen, for those who speak to their browser
    `<span class="sr-only">${escapeHtml(due > 0 ? `${said} ${say(texts.due, { count: due })}` : said)}</span></a>`
  );
}
const levelKey = (level: number) => String(level) as keyof Fills;

function line(from: MapNode, to: MapNode): string {
  const [x1, y1] = [from.column * step.x + box.width, from.row * step.y + box.height / 2];
  const [x2, y2] = [to.column * step.x, to.row * step.y + box.height / 2];
  const bend = Math.max(gap.x / 2, (x2 - x1) / 3);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}

/** The lines of the topic under the pointer or the focus, without a script. */
const highlight = (slug: string) =>
  `.topic-map:has(#map-${slug}:is(:hover,:focus-visible)) [data-ends~="${slug}"]{stroke:var(--color-accent);stroke-width:2.5}`;

const statesShown = ["in-progress", "mastered", "skipped"] as const;

function Legend({ fills }: Pick<TopicMapProps, "fills">) {
  const { map } = pageWords().words.topics;
  return (
    <ul
      className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted"
      aria-label={map.legend}
      // oxlint-disable-next-line react/no-danger -- legendHtml escapes
      dangerouslySetInnerHTML={{ __html: legendHtml(fills) }}
    />
  );
}
function legendHtml(fills: Fills | undefined): string {
  const { words } = pageWords();
  const { map, state: states } = words.topics;
  const patch = (classes: string) => `<span class="size-4 rounded-sm ${classes}"></span>`;
  const items: [sign: string, text: string][] = levels.map((level) => [
    patch(`border border-line level-fill level-${level}`),
    fills ? fills[levelKey(level)] : levelName(words, level),
  ]);
  items.push([patch("map-topic-due bg-raised"), map.due]);
  if (!fills) {
    items.push([patch("border border-dashed border-edge"), states["not-ready"]]);
    for (const state of statesShown) items.push([markOf(state), states[state]]);
  }
  return items.map(([sign, text]) => `<li class="flex items-center gap-2">${sign}${escapeHtml(text)}</li>`).join("");
}
function markOf(state: Topic["state"]): string {
  const { shape } = stateLooks[state];
  return shape ? markHtml(shape, 14) : "";
}
