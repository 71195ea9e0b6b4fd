import { getTopic as run, topicDto, topicInput } from "@tidao/services/course";
import { procedureFor } from "../../trpc";

export const getTopic = procedureFor("course.read")
  .input(topicInput)
  .output(topicDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
