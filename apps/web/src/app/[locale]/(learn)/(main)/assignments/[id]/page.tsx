import type { WebRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requireActor } from "@tidao/next-kit/session";
import { notFound } from "next/navigation";
import { cache } from "react";
import { AssignmentView } from "../../../../../../features/assignments/assignment-view";
import { isUuid } from "../../../../../../is-uuid";
import { PageWidth } from "../../../../../../page-width";

interface AssignmentPageProps {
  params: Promise<{ id: string }>;
}
const load = cache(async (assignmentId: string) =>
  isUuid(assignmentId)
    ? loaded((await serverCaller<WebRouter>()).assignments.getAssignment({ assignmentId }))
    : notFound(),
);

export async function generateMetadata({ params }: AssignmentPageProps) {
  return { title: (await load((await params).id)).assignment.title };
}

export default async function AssignmentPage({ params }: AssignmentPageProps) {
  const { zone } = await requireActor();
  return (
    <PageWidth narrow>
      <AssignmentView data={await load((await params).id)} zone={zone} now={new Date()} />
    </PageWidth>
  );
}
