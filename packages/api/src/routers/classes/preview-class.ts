import { joinCodeInput, joinableClassDto, previewClass as run } from "@tidao/services/classes";
import { procedureFor } from "../../trpc";

export const previewClass = procedureFor("class.join")
  .input(joinCodeInput)
  .output(joinableClassDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
