import type { WebRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requirePermission } from "@tidao/next-kit/session";
import { cache } from "react";
import { addressId } from "../../../../../../../../features/teach/address-id";
import { WorkView } from "../../../../../../../../features/teach-results/work-view";
import { PageWidth } from "../../../../../../../../page-width";
import { pageWords } from "../../../../../../../../page-words";

interface WorkPageProps {
  params: Promise<{ assignmentId: string; userId: string }>;
  searchParams: Promise<{ attempt?: string | string[] }>;
}
/** Once for the title and the page: each look is noted in the audit trail. */
const loadWork = cache(async (assignmentId: string, userId: string) =>
  loaded(
    (await serverCaller<WebRouter>()).teach.getLearnerWork({
      assignmentId: addressId(assignmentId),
      userId: addressId(userId),
    }),
  ),
);

export async function generateMetadata({ params }: WorkPageProps) {
  await requirePermission("class.teach");
  const { assignmentId, userId } = await params;
  const { assignment, learner } = await loadWork(assignmentId, userId);
  const { words, say } = pageWords();
  return { title: say(words.teachResults.work.title, { name: learner.name, assignment: assignment.title }) };
}

export default async function WorkPage({ params, searchParams }: WorkPageProps) {
  const { zone } = await requirePermission("class.teach");
  const [{ assignmentId, userId }, { attempt }] = await Promise.all([params, searchParams]);
  const work = await loadWork(assignmentId, userId);
  const asked = typeof attempt === "string" && /^\d{1,3}$/.test(attempt) ? Number(attempt) : null;
  return (
    <PageWidth narrow>
      <WorkView work={work} attempt={asked} zone={zone} now={new Date()} />
    </PageWidth>
  );
}
