import { bankQuestionInput, getBankQuestion as run, questionForInstructor } from "@tidao/services/sets";
import { procedureFor } from "../../trpc";

export const getBankQuestion = procedureFor("bank.browse")
  .input(bankQuestionInput)
  .output(questionForInstructor)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
