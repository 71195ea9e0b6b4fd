import { escapeHtml } from "@tidao/kernel";
import { HtmlOnce } from "@tidao/next-kit/html-once";
import { markHtml } from "@tidao/ui/mark";
import type { CSSProperties } from "react";
import { pageWords } from "../../page-words";
import { layoutMap, type MapNode, neighbours } from "./map-layout";
import { MapKeys } from "./map-keys";
import { laneName, layRows, type MapRows } from "./map-rows";
import { areaName, areasOf } from "./topic-list";
import { levelName, stateLooks, type Topic } from "./topic-state";

/** Of the drawing behind the boxes: a column is this wide, however wide it is on the screen. */
const columnUnits = 100;
const levels = [0, 1, 2, 3, 4] as const;

export type MapTopic = Pick<Topic, "slug" | "number" | "title" | "area" | "prerequisites" | "level" | "state" | "due">;
/** What each of the five fills stands for, where that is not mastery. */
type Fills = Record<"0" | "1" | "2" | "3" | "4", string>;

interface TopicMapProps {
  topics: readonly MapTopic[];
  fills?: Fills;
}

/**
 * The topics on their prerequisite graph, left to right by depth and in a lane for each area, filled by mastery. A narrow screen
 * has the same topics step below step. The list says the same in words.
 */
export function TopicMap({ topics, fills }: TopicMapProps) {
  const { words, say, to } = pageWords();
  const texts = words.topics;
  const layout = layoutMap(topics, areasOf(topics, Object.keys(texts.areas)));
  const { lanes, columns, nodes } = layout;
  const bySlug = new Map(topics.map((topic) => [topic.slug, topic]));
  const rows = layRows(layout, (slug) => bySlug.get(slug)?.title ?? "");
  const { topOf, heightOf, whole } = rows;
  const edges = layout.edges.map(
    ({ from, to: end }) => `<path data-ends="${from.slug} ${end.slug}" d="${line(from, end, rows)}"/>`,
  );
  const names = lanes.map(
    ({ area, row }) =>
      `<p class="map-lane map-wide" style="--map-top:${topOf(row) - laneName}" aria-hidden="true">${escapeHtml(areaName(area, texts.areas))}</p>`,
  );
  const box = (node: MapNode) => {
    const topic = bySlug.get(node.slug);
    if (!topic) return "";
    const needs = topic.prerequisites.flatMap((need) => bySlug.get(need)?.number ?? []);
    const after = needs.length > 0 ? say(texts.map.needs, { numbers: needs.join(texts.map.comma) }) : "";
    const place = `--map-column:${node.column};--map-top:${topOf(node.row)};--map-box:${heightOf(node.row)}`;
    return boxHtml(topic, {
      href: to(`/topics/${node.slug}`),
      beside: neighbours(layout, node),
      fills,
      after,
      place,
    });
  };
  const steps = Array.from(
    { length: columns },
    (_, column) =>
      `<div class="map-step"><p class="map-narrow">${escapeHtml(say(texts.map.layer, { number: column + 1 }))}</p>${nodes
        .filter((node) => node.column === column)
        .map(box)
        .join("")}</div>`,
  );
  const drawing = `<svg class="map-wide" viewBox="0 0 ${columns * columnUnits} ${whole}" preserveAspectRatio="none" aria-hidden="true">${edges.join("")}</svg>`;
  return (
    <div className="grid gap-4">
      <p className="text-muted">
        <span className="map-wide">{texts.map.lead}</span>
        <span className="map-narrow">{texts.map.leadNarrow}</span>
      </p>
      <Legend fills={fills} />
      <div
        className="topic-map"
        role="region"
        aria-label={texts.map.label}
        style={{ "--map-columns": columns, "--map-height": whole } as CSSProperties}
      >
        <HtmlOnce as="div" html={drawing + names.join("") + steps.join("")} />
      </div>
      <MapKeys />
      <style>{topics.map(({ slug }) => highlight(slug)).join("\n")}</style>
    </div>
  );
}

interface BoxPlace {
  href: string;
  beside: ReturnType<typeof neighbours>;
  fills: Fills | undefined;
  /** Which topics come before it, where no line shows it. */
  after: string;
  place: string;
}
/** A topic's box as HTML: thirty of them and their lines are three hundred elements. Slugs are plain; every text goes through `escapeHtml`. */
function boxHtml(topic: MapTopic, { href, beside, fills, after, place }: BoxPlace): string {
  const { words, say } = pageWords();
  const texts = words.topics;
  const { slug, number, title, level, state, due } = topic;
  const said = fills
    ? fills[levelKey(level)]
    : say(texts.map.describe, { state: texts.state[state], level: levelName(words, level) });
  const classes = `map-topic level-fill level-${level}${due > 0 ? " map-topic-due" : ""}${state === "not-ready" ? " map-topic-later" : ""}`;
  return (
    `<a data-soft="" id="map-${slug}" href="${escapeHtml(href)}" data-left="${beside.left}" data-right="${beside.right}" data-up="${beside.up}" data-down="${beside.down}" class="${classes}" style="${place}">` +
    `<span class="map-topic-head">${number}${after ? `<span class="map-narrow">${escapeHtml(after)}</span>` : ""}${markOf(state)}</span>` +
    `<span class="map-topic-title">${escapeHtml(title)}</span>` +
    // the name begins with what is seen, for those who speak to their browser
    `<span class="sr-only">${escapeHtml(due > 0 ? `${said} ${say(texts.due, { count: due })}` : said)}</span></a>`
  );
}
const levelKey = (level: number) => String(level) as keyof Fills;

/** From inside of a box, which hides its beginning, to the left side of another. */
function line(from: MapNode, to: MapNode, { topOf, heightOf }: MapRows): string {
  const middle = ({ row }: MapNode) => topOf(row) + heightOf(row) / 2;
  const [x1, y1] = [(from.column + 0.8) * columnUnits, middle(from)];
  const [x2, y2] = [to.column * columnUnits, middle(to)];
  const bend = (x2 - x1) / 2;
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
