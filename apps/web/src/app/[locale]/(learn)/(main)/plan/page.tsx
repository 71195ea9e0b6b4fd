import type { WebRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { PageHeader } from "@tidao/ui/page-header";
import { PlanView } from "../../../../../features/plan/plan-view";
import { PageWidth } from "../../../../../page-width";
import { pageWords } from "../../../../../page-words";

export function generateMetadata() {
  return { title: pageWords().words.plan.title };
}

export default async function PlanPage() {
  const texts = pageWords().words.plan;
  const plan = await loaded((await serverCaller<WebRouter>()).plan.getPlan({}));
  return (
    <PageWidth narrow>
      <PageHeader title={texts.title} lead={texts.lead} />
      <PlanView {...plan} />
    </PageWidth>
  );
}
