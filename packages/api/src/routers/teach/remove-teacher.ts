import { removeTeacher as run, removeTeacherInput } from "@tidao/services/classes";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const removeTeacher = procedureFor("class.teach")
  .input(removeTeacherInput)
  .output(z.null())
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
