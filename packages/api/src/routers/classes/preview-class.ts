import { limitJoinCodes } from "@tidao/auth";
import { joinCodeInput, joinableClassDto, previewClass as run } from "@tidao/services/classes";
import { procedureFor } from "../../trpc";

export const previewClass = procedureFor("class.join")
  .input(joinCodeInput)
  .output(joinableClassDto)
  .query(({ ctx, input }) => {
    const who = { userId: ctx.actor.id, peer: ctx.peer };
    return limitJoinCodes(who, () => run(ctx.actor, input, ctx));
  });
