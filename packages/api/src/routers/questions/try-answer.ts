import { triedDto, tryAnswer as run, tryAnswerInput } from "@tidao/services/questions";
import { procedureFor } from "../../trpc";

export const tryAnswer = procedureFor("question.edit")
  .input(tryAnswerInput)
  .output(triedDto)
  .mutation(({ ctx, input }) => run(ctx.actor, input));
