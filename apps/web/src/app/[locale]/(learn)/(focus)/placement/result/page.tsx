import type { WebRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requireActor } from "@tidao/next-kit/session";
import { redirect } from "next/navigation";
import { PlacementResult } from "../../../../../../features/placement/placement-result";
import { FocusBar } from "../../../../../../features/practice/focus-bar";
import { PageWidth } from "../../../../../../page-width";
import { pageWords } from "../../../../../../page-words";

export function generateMetadata() {
  return { title: pageWords().words.placement.result.title };
}

export default async function PlacementResultPage() {
  const { zone } = await requireActor();
  const { words, to } = pageWords();
  const api = await serverCaller<WebRouter>();
  const { lastFinishedAt } = await loaded(api.placement.getOverview({}));
  if (lastFinishedAt === null) redirect(to("/placement"));
  const result = await loaded(api.placement.getResult({}));
  return (
    <PageWidth narrow>
      <FocusBar title={words.placement.result.title} leave={{ href: to("/"), label: words.app.nav.home }} />
      <PlacementResult result={result} zone={zone} />
    </PageWidth>
  );
}
