import type { UserActor } from "@tidao/access";
import { type Clock, DomainError } from "@tidao/kernel";
import type { z } from "zod";
import { listTopicRows } from "../course/topic.repo";
import { applyTopicUnskipped, recordEvent } from "../learning-record/event.repo";
import type { skipTestInput } from "./get-skip-test";

/** Takes a skip back: the topic is to be learned again. Twice changes nothing. @throws NOT_FOUND */
export async function unskipTopic(actor: UserActor, { topic }: z.infer<typeof skipTestInput>, { clock }: { clock: Clock }): Promise<null> {
  const now = clock.now();
  const row = (await listTopicRows(actor, now)).find(({ slug }) => slug === topic);
  if (!row) throw new DomainError("NOT_FOUND", { what: "topic" });
  if (!row.skippedAt) return null;
  await recordEvent(actor, { kind: "topic_unskipped", body: { topic } }, now, async (connection) => {
    await applyTopicUnskipped(connection, actor.subjectId, topic);
  });
  return null;
}
