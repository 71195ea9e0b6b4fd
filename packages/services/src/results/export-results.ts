import type { UserActor } from "@tidao/access";
import { inTransaction } from "@tidao/prisma";
import { z } from "zod";
import { recordAudit } from "../audit/record-audit";
import { csvText } from "./csv";
import { type Context, readResults } from "./get-results";
import type { assignmentIdInput } from "./manage-assignment";

export const csvDto = z.strictObject({ fileName: z.string(), csv: z.string() });
const head = [
  "name",
  "email",
  "state",
  "attempts",
  "answered",
  "pending",
  "points",
  "max_points",
  "finished_at",
  "due_at",
  "extension",
];

/** The results as a file that spreadsheets read; points are those of the best attempt. @throws NOT_FOUND */
export async function exportResults(
  actor: UserActor,
  input: z.infer<typeof assignmentIdInput>,
  context: Context,
): Promise<z.infer<typeof csvDto>> {
  const { assignment, items, learners } = await readResults(actor, input, "csv", context);
  await inTransaction((connection) =>
    recordAudit(
      connection,
      actor,
      { action: "results.exported", resource: ["assignment", assignment.id], detail: { learners: learners.length } },
      context.clock.now(),
    ),
  );
  const lines = learners.map((l) => [
    l.name,
    l.email,
    l.state,
    l.attemptsStarted,
    l.answered,
    l.pending,
    l.points === null ? "" : round(l.points),
    l.maxPoints,
    l.finishedAt ?? "",
    l.dueAt,
    l.override?.reason ?? "",
    ...l.cells.map((cell, i) => (cell ? round(cell.share * (items[i]?.points ?? 1)) : "")),
  ]);
  const csv = csvText([[...head, ...items.map((item) => item.questionId)], ...lines]);
  return { fileName: `${fileNameOf(assignment.title)}.csv`, csv };
}
const round = (points: number) => Math.round(points * 1e4) / 1e4;
/** Letters and digits of any script; nothing that a file system takes for something else. */
const fileNameOf = (title: string) =>
  title
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60) || "results";
