import { limitJoinCodes } from "@tidao/auth";
import { joinClass as run, joinCodeInput, joinableClassDto } from "@tidao/services/classes";
import { procedureFor } from "../../trpc";

export const joinClass = procedureFor("class.join")
  .input(joinCodeInput)
  .output(joinableClassDto)
  .mutation(({ ctx, input }) => {
    const who = { userId: ctx.actor.id, peer: ctx.peer };
    return limitJoinCodes(who, () => run(ctx.actor, input, ctx));
  });
