import type { UserActor } from "@tidao/access";
import { inTransaction, named } from "@tidao/prisma";
import { appendEvent, lockLog } from "../learning-record/log.repo";

export function savePreferences(
  actor: UserActor,
  wanted: { name?: string; locale?: string; zone?: string; theme?: string; motion?: string; asksConfidence?: boolean },
  now: Date,
): Promise<void> {
  return inTransaction(async (connection) => {
    if (wanted.zone !== undefined && wanted.zone !== actor.zone) {
      const lastSeq = await lockLog(connection, actor.subjectId, 1);
      await appendEvent(connection, {
        subjectId: actor.subjectId, seq: lastSeq + 1, kind: "zone_changed", body: { from: actor.zone, to: wanted.zone }, at: now, zone: wanted.zone,
      });
    }
    await connection.query(
      named(
        `update "user" set name = coalesce($2, name), locale = coalesce($3, locale), zone = coalesce($4, zone), theme = coalesce($5, theme),
           motion = coalesce($6, motion), asks_confidence = coalesce($7, asks_confidence) where id = $1`,
        [actor.id, wanted.name ?? null, wanted.locale ?? null, wanted.zone ?? null, wanted.theme ?? null, wanted.motion ?? null, wanted.asksConfidence ?? null],
      ),
    );
  });
}
