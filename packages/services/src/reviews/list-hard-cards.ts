import type { UserActor } from "@tidao/access";
import type { Locale } from "@tidao/kernel";
import { isLeechWarning, leechLapses } from "@tidao/scheduling";
import { z } from "zod";
import { renderVersion } from "../bank/present-version";
import { getPublishedVersions } from "../bank/question-version.repo";
import { describeMisconceptions } from "../course/course-words.repo";
import { findLesson, type TopicRow } from "../course/topic.repo";
import { listHardCards } from "./leech.repo";

const topicRef = z.strictObject({ slug: z.string(), title: z.string() });
export const hardCard = z.strictObject({
  questionId: z.string(),
  stemHtml: z.string(),
  topic: topicRef,
  lapses: z.number().int(),
  answers: z.number().int(),
  /** The sixth lapse, the ninth, the twelfth: time to say it again. */
  warned: z.boolean(),
  /** What the last answers believed. Told as feedback is: these answers were given and seen. */
  beliefs: z.array(z.strictObject({ id: z.string(), html: z.string() })),
  lastSubmission: z.string().nullable(),
  /** The heading of the lesson's part that teaches it; empty for the lesson as a whole, null without a lesson. */
  lessonPart: z.string().nullable(),
  /** The topics that it builds on, the least known first. */
  prerequisites: z.array(topicRef),
});
export type HardCardDto = z.infer<typeof hardCard>;

/** Questions that the learner keeps forgetting, with what their answers showed; and those that were set aside. */
export async function listHardCardDtos(actor: UserActor, topics: readonly TopicRow[], withheld: string[], locale: Locale) {
  const cards = await listHardCards(actor.subjectId, withheld, leechLapses);
  const versions = await getPublishedVersions(cards.map((card) => card.versionId));
  const byTopic = new Map(topics.map((topic) => [topic.slug, topic]));
  const refOf = ({ slug, body }: TopicRow) => ({ slug, title: body.title[locale] });
  const dtos = await Promise.all(
    cards.map(async (card, index): Promise<HardCardDto & { suspended: boolean }> => {
      const topic = byTopic.get(card.topic);
      const [rendered, beliefs, lesson] = await Promise.all([
        renderVersion(versions[index]!, 0, locale),
        describeMisconceptions(card.topic, card.misconceptions, locale),
        findLesson(card.topic, locale),
      ]);
      const before = (topic?.prerequisites ?? []).flatMap((slug) => byTopic.get(slug) ?? []).filter(({ questions }) => questions > 0);
      return {
        questionId: card.questionId,
        stemHtml: rendered.shown.stem,
        topic: topic ? refOf(topic) : { slug: card.topic, title: card.topic },
        lapses: card.lapses,
        answers: card.reps,
        warned: isLeechWarning(card.lapses),
        beliefs: beliefs.map(({ id, beliefHtml }) => ({ id, html: beliefHtml })),
        lastSubmission: card.lastSubmission,
        lessonPart: lesson && (lesson.rendered.headings.find(({ objective }) => objective === card.objective)?.id ?? ""),
        prerequisites: before.toSorted((a, b) => (a.rating ?? -9) - (b.rating ?? -9)).map(refOf),
        suspended: card.suspendedAt !== null,
      };
    }),
  );
  const without = ({ suspended: _, ...dto }: HardCardDto & { suspended: boolean }): HardCardDto => dto;
  return { leeches: dtos.filter((dto) => !dto.suspended).map(without), setAside: dtos.filter((dto) => dto.suspended).map(without) };
}
