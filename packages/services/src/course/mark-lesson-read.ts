import type { UserActor } from "@tidao/access";
import { type Clock, DomainError } from "@tidao/kernel";
import type { z } from "zod";
import { applyLessonRead, recordEvent } from "../learning-record/event.repo";
import { findLesson, findLessonRead } from "./topic.repo";
import type { topicInput } from "./get-topic";

/** Once a day is enough for "read": a page that is opened again does not grow the log. */
const again = 24 * 3600 * 1000;

/** The learner has read a topic's lesson. @throws NOT_FOUND for a topic without one */
export async function markLessonRead(actor: UserActor, { slug }: z.infer<typeof topicInput>, { clock }: { clock: Clock }): Promise<null> {
  if (!(await findLesson(slug, "en"))) throw new DomainError("NOT_FOUND", { what: "lesson" });
  const now = clock.now();
  const last = await findLessonRead(actor.subjectId, slug);
  if (last && now.getTime() - last.getTime() < again) return null;
  await recordEvent(actor, { kind: "lesson_read", body: { topic: slug } }, now, async (connection) => {
    await applyLessonRead(connection, actor.subjectId, slug, now);
  });
  return null;
}
