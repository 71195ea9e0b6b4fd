import { classInput, listMembers as run, memberListDto } from "@tidao/services/classes";
import { procedureFor } from "../../trpc";

export const listMembers = procedureFor("class.teach")
  .input(classInput)
  .output(memberListDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
