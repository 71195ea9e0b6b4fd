import { listTopics as run, topicListDto } from "@tidao/services/course";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const listTopics = procedureFor("course.read")
  .input(z.strictObject({}))
  .output(topicListDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
