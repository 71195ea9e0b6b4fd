import { markLessonRead as run, topicInput } from "@tidao/services/course";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const markLessonRead = procedureFor("course.read")
  .input(topicInput)
  .output(z.null())
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
