import type { Actor } from "@tidao/access";
import type { Clock, Locale } from "@tidao/kernel";
import { z } from "zod";
import { topicProgress } from "./topic-progress";
import { topicSummary, topicSummaryDto } from "./topic.dto";
import { listTopicRows } from "./topic.repo";

export const topicListDto = z.array(topicSummary);

/** The thirty topics in order, with the state of each for this learner (or none, signed out). */
export async function listTopics(actor: Actor, _: object, { clock, locale }: { clock: Clock; locale: Locale }): Promise<z.infer<typeof topicListDto>> {
  const rows = await listTopicRows(actor.kind === "user" ? actor : null, clock.now());
  const progress = topicProgress(rows);
  return rows.map((row) => topicSummaryDto(row, progress.get(row.slug), locale));
}
