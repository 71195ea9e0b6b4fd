import { auditFilterInput, auditPageDto, listAudit as run } from "@tidao/services/audit";
import { procedureFor } from "../../trpc";

export const listAudit = procedureFor("audit.read")
  .input(auditFilterInput)
  .output(auditPageDto)
  .query(({ ctx, input }) => run(ctx.actor, input));
