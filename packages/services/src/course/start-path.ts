import type { UserActor } from "@tidao/access";
import { type Clock, DomainError } from "@tidao/kernel";
import type { z } from "zod";
import { applyPathLeft, applyPathStarted, recordEvent } from "../learning-record/event.repo";
import type { pathInput } from "./list-paths";
import { listPathRows } from "./topic.repo";

/** Puts a path on the learner's home; starting it again changes nothing. @throws NOT_FOUND */
export async function startPath(actor: UserActor, { slug }: z.infer<typeof pathInput>, { clock }: { clock: Clock }): Promise<null> {
  const path = (await listPathRows(actor.subjectId)).find((p) => p.slug === slug);
  if (!path) throw new DomainError("NOT_FOUND", { what: "path" });
  if (path.startedAt) return null;
  const now = clock.now();
  await recordEvent(actor, { kind: "path_started", body: { path: slug } }, now, async (connection) => {
    await applyPathStarted(connection, actor.subjectId, slug, now);
  });
  return null;
}

/** Takes a path off the learner's home; what was learned stays. @throws NOT_FOUND */
export async function leavePath(actor: UserActor, { slug }: z.infer<typeof pathInput>, { clock }: { clock: Clock }): Promise<null> {
  const path = (await listPathRows(actor.subjectId)).find((p) => p.slug === slug);
  if (!path) throw new DomainError("NOT_FOUND", { what: "path" });
  if (!path.startedAt) return null;
  await recordEvent(actor, { kind: "path_left", body: { path: slug } }, clock.now(), async (connection) => {
    await applyPathLeft(connection, actor.subjectId, slug);
  });
  return null;
}
