import type { WebRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { LinkButton } from "@tidao/ui/button";
import { Empty } from "@tidao/ui/empty";
import { PageHeader } from "@tidao/ui/page-header";
import { AppLink } from "@tidao/next-kit/app-link";
import { AccuracyChart } from "../../../../../features/analytics/accuracy-chart";
import { ActivityChart } from "../../../../../features/analytics/activity-chart";
import { MasteryChart } from "../../../../../features/analytics/mastery-chart";
import { Totals } from "../../../../../features/analytics/totals";
import { PageWidth } from "../../../../../page-width";
import { pageWords } from "../../../../../page-words";

export function generateMetadata() {
  return { title: pageWords().words.analytics.title };
}

export default async function AnalyticsPage() {
  const { words, to } = pageWords();
  const texts = words.analytics;
  const overview = await loaded((await serverCaller<WebRouter>()).analytics.getOverview({}));
  const start = (
    <LinkButton link={AppLink} variant="primary" href={to("/practice")}>
      {texts.empty.action}
    </LinkButton>
  );
  return (
    <PageWidth narrow>
      <PageHeader title={texts.title} lead={texts.lead} />
      {overview.totals.answers === 0 ? (
        <Empty title={texts.empty.title} action={start}>
          {texts.empty.body}
        </Empty>
      ) : (
        <div className="grid gap-12">
          <Totals totals={overview.totals} streak={overview.streak} />
          <AccuracyChart topics={overview.topics} weakest={overview.weakest} />
          <MasteryChart topics={overview.topics} />
          <ActivityChart days={overview.days} />
        </div>
      )}
    </PageWidth>
  );
}
