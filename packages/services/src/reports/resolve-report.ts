import type { UserActor } from "@tidao/access";
import { type Clock, DomainError } from "@tidao/kernel";
import { inTransaction } from "@tidao/prisma";
import { z } from "zod";
import { recordAudit } from "../audit/record-audit";
import { reportIdInput } from "./get-report";
import { closeReport, lockReport } from "./report.repo";

export const resolveReportInput = reportIdInput.extend({
  state: z.enum(["answered", "dismissed"]),
  /** What the learner is told; may be left out only when a report is dismissed. */
  reply: z.string().trim().max(2000).regex(/^[^\0]*$/),
}).refine(({ state, reply }) => state === "dismissed" || reply !== "", { path: ["reply"] });
export const resolvedReportDto = z.strictObject({ state: z.enum(["answered", "dismissed"]) });

/**
 * An editor answers a report or dismisses it; the learner reads the reply beside the report. The same call again changes
 * nothing.
 * @throws NOT_FOUND; REPORT_RESOLVED when somebody else has resolved it otherwise meanwhile
 */
export async function resolveReport(
  actor: UserActor,
  { reportId, state, reply }: z.infer<typeof resolveReportInput>,
  { clock }: { clock: Clock },
): Promise<z.infer<typeof resolvedReportDto>> {
  const now = clock.now();
  await inTransaction(async (connection) => {
    const before = await lockReport(connection, reportId);
    const answer = reply || null;
    if (before.state === state && before.answer === answer) return;
    if (before.state !== "open") throw new DomainError("REPORT_RESOLVED");
    await closeReport(connection, { id: reportId, state, answer, by: actor.id, at: now });
    await recordAudit(
      connection,
      actor,
      {
        action: state === "answered" ? "question.reportAnswered" : "question.reportDismissed",
        resource: ["question", before.questionId],
        detail: { reportId, kind: before.kind },
      },
      now,
    );
  });
  return { state };
}
