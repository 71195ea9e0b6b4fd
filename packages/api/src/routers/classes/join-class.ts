import { joinClass as run, joinCodeInput, joinableClassDto } from "@tidao/services/classes";
import { procedureFor } from "../../trpc";

export const joinClass = procedureFor("class.join")
  .input(joinCodeInput)
  .output(joinableClassDto)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
