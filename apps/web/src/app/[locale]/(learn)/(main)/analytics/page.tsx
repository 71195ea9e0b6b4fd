import type { WebRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requireActor } from "@tidao/next-kit/session";
import { LinkButton } from "@tidao/ui/button";
import { Empty } from "@tidao/ui/empty";
import { PageHeader } from "@tidao/ui/page-header";
import { AppLink } from "@tidao/next-kit/app-link";
import "../../../../../features/topics/topic-map.css";
import { AccuracyChart } from "../../../../../features/analytics/accuracy-chart";
import { ActivityChart } from "../../../../../features/analytics/activity-chart";
import { CalibrationChart } from "../../../../../features/analytics/calibration-chart";
import { LoadChart } from "../../../../../features/reviews/load-chart";
import { HeldMisconceptions } from "../../../../../features/analytics/held-misconceptions";
import { KindCharts } from "../../../../../features/analytics/kind-charts";
import { MasteryMap } from "../../../../../features/analytics/mastery-map";
import { RetentionChart } from "../../../../../features/analytics/retention-chart";
import { ScopeForm } from "../../../../../features/analytics/scope-form";
import { Totals } from "../../../../../features/analytics/totals";
import { WeekChart } from "../../../../../features/analytics/week-chart";
import { PageWidth } from "../../../../../page-width";
import { pageWords } from "../../../../../page-words";

export function generateMetadata() {
  return { title: pageWords().words.analytics.title };
}

export default async function AnalyticsPage({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const { words, to } = pageWords();
  const texts = words.analytics;
  const { q } = await searchParams;
  const query = typeof q === "string" ? q.slice(0, 200) : "";
  const { zone } = await requireActor();
  const api = await serverCaller<WebRouter>();
  const [overview, topics, load] = await Promise.all([
    loaded(api.analytics.getOverview({ q: query })),
    loaded(api.topics.listTopics({})),
    loaded(api.reviews.getForecast({})),
  ]);
  const start = (
    <LinkButton link={AppLink} variant="primary" href={to("/practice")}>
      {texts.empty.action}
    </LinkButton>
  );
  const nothing = overview.totals.answers === 0;
  return (
    <PageWidth narrow>
      <PageHeader title={texts.title} lead={texts.lead} />
      {nothing && !overview.scope ? (
        <Empty title={texts.empty.title} action={start}>
          {texts.empty.body}
        </Empty>
      ) : (
        <div className="grid gap-12">
          <ScopeForm scope={overview.scope} />
          {!nothing && (
            <>
              <Totals totals={overview.totals} streak={overview.streak} />
              <WeekChart week={overview.week} />
              <HeldMisconceptions misconceptions={overview.misconceptions} zone={zone} />
              <CalibrationChart calibration={overview.calibration} />
              <RetentionChart retention={overview.retention} />
              {load.forecast.length > 0 && <LoadChart {...load} />}
              <AccuracyChart topics={overview.topics} weakest={overview.weakest} />
              <KindCharts kinds={overview.kinds} difficulties={overview.difficulties} />
              <MasteryMap topics={topics} />
              <ActivityChart days={overview.days} streak={overview.streak} />
            </>
          )}
        </div>
      )}
    </PageWidth>
  );
}
