import type { WebRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requirePermission } from "@tidao/next-kit/session";
import { cache } from "react";
import { addressId } from "../../../../../../../features/teach/address-id";
import { WorkView } from "../../../../../../../features/teach/work/work-view";
import { PageWidth } from "../../../../../../../page-width";
import { pageWords } from "../../../../../../../page-words";

interface WorkPageProps {
  params: Promise<{ assignmentId: string; userId: string }>;
  searchParams: Promise<{ attempt?: string | string[] }>;
}
/** Once for the title and the page: a look is recorded once. */
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
  const { learner, assignment } = await loadWork(assignmentId, userId);
  const { words, say } = pageWords();
  return { title: say(words.teach.work.title, { name: learner.name, assignment: assignment.title }) };
}

export default async function WorkPage({ params, searchParams }: WorkPageProps) {
  const { zone } = await requirePermission("class.teach");
  const { assignmentId, userId } = await params;
  const wanted = (await searchParams).attempt;
  const work = await loadWork(assignmentId, userId);
  const { to } = pageWords();
  const best = work.attempts.toSorted((a, b) => b.points - a.points || b.number - a.number)[0] ?? null;
  const attempt = work.attempts.find(({ number }) => String(number) === wanted) ?? best;
  return (
    <PageWidth narrow>
      <WorkView
        work={work}
        attempt={attempt}
        path={(learnerId) => to(`/teach/assignments/${assignmentId}/learners/${learnerId}`)}
        zone={zone}
      />
    </PageWidth>
  );
}
