import { verifiedTrailDto, verifyTrail as run, verifyTrailInput } from "@tidao/services/audit";
import { procedureFor } from "../../trpc";

export const verifyTrail = procedureFor("audit.read")
  .input(verifyTrailInput)
  .output(verifiedTrailDto)
  .query(({ ctx, input }) => run(ctx.actor, input));
