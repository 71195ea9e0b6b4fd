import { z } from "zod";
import { bilingual, slug } from "./words.schema";

const numbered = (letter: string) =>
  z.string().regex(new RegExp(`^[a-z]+-${letter}\\d+$`), `an id like tok-${letter}1`);

export const topicFile = z.strictObject({
  slug,
  title: bilingual,
  summary: bilingual,
  objectives: z.array(z.strictObject({ id: numbered("o"), text: bilingual })).min(1),
  misconceptions: z.array(z.strictObject({ id: numbered("m"), belief: bilingual, truth: bilingual })),
});
export type TopicFile = z.infer<typeof topicFile>;
