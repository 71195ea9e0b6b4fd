import { listTerms as run, termsDto, termsInput } from "@tidao/services/glossary";
import { procedureFor } from "../../trpc";

export const listTerms = procedureFor("course.read")
  .input(termsInput)
  .output(termsDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
