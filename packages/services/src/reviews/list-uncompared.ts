import type { UserActor } from "@tidao/access";
import type { Locale } from "@tidao/kernel";
import { z } from "zod";
import { renderVersion } from "../bank/present-version";
import { getPublishedVersions } from "../bank/question-version.repo";
import type { TopicRow } from "../course/topic.repo";
import { listUncompared } from "./uncompared.repo";

/** A short answer that waits to be compared with its key points. */
export const uncomparedAnswer = z.strictObject({
  submissionId: z.string(),
  stemHtml: z.string(),
  topic: z.strictObject({ slug: z.string(), title: z.string() }),
});

/** The learner left them before comparing: where they are taken up again. Each in the version that was answered. */
export async function listUncomparedDtos(
  actor: UserActor,
  topics: readonly TopicRow[],
  withheld: string[],
  locale: Locale,
): Promise<z.infer<typeof uncomparedAnswer>[]> {
  const rows = await listUncompared(actor.subjectId, withheld);
  const versions = await getPublishedVersions(rows.map(({ versionId }) => versionId));
  const titles = new Map(topics.map(({ slug, body }) => [slug, body.title[locale]]));
  return Promise.all(
    rows.map(async ({ submissionId, seed, topic }, index) => ({
      submissionId,
      stemHtml: (await renderVersion(versions[index]!, seed, locale)).shown.stem,
      topic: { slug: topic, title: titles.get(topic) ?? topic },
    })),
  );
}
