import { getSkipTest as run, skipTestDto, skipTestInput } from "@tidao/services/placement";
import { procedureFor } from "../../trpc";

export const getSkipTest = procedureFor("practice.answer")
  .input(skipTestInput)
  .output(skipTestDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
