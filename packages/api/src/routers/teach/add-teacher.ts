import { addTeacher as run, addTeacherInput } from "@tidao/services/classes";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const addTeacher = procedureFor("class.teach")
  .input(addTeacherInput)
  .output(z.null())
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
