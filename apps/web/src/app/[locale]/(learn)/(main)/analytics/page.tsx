import type { WebRouter } from "@tidao/api/client";
import { isTooLong } from "@tidao/kernel";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requireActor } from "@tidao/next-kit/session";
import { LinkButton } from "@tidao/ui/button";
import { Empty } from "@tidao/ui/empty";
import { PageHeader } from "@tidao/ui/page-header";
import { AppLink } from "@tidao/next-kit/app-link";
import { Static } from "@tidao/next-kit/static";
import "../../../../../features/topics/topic-map.css";
import { AccuracyChart } from "../../../../../features/analytics/accuracy-chart";
import { ActivityChart } from "../../../../../features/analytics/activity-chart";
import { CalibrationChart } from "../../../../../features/analytics/calibration-chart";
import { LoadChart } from "../../../../../features/reviews/load-chart";
import { HeldMisconceptions } from "../../../../../features/analytics/held-misconceptions";
import { KindCharts } from "../../../../../features/analytics/kind-charts";
import { MasteryMap } from "../../../../../features/analytics/mastery-map";
import { practiceOf, practiceWithin } from "../../../../../features/analytics/practice-of";
import { RetentionChart } from "../../../../../features/analytics/retention-chart";
import { ScopeForm } from "../../../../../features/analytics/scope-form";
import { Totals } from "../../../../../features/analytics/totals";
import { TooLong } from "../../../../../features/search/too-long";
import { WeekChart } from "../../../../../features/analytics/week-chart";
import { PageWidth } from "../../../../../page-width";
import { pageWords } from "../../../../../page-words";

export function generateMetadata() {
  return { title: pageWords().words.analytics.title };
}

export default async function AnalyticsPage({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const { words, say, to } = pageWords();
  const texts = words.analytics;
  const { q } = await searchParams;
  const query = typeof q === "string" ? q.trim() : "";
  const { zone } = await requireActor();
  if (isTooLong(query))
    return (
      <PageWidth narrow>
        <PageHeader title={texts.title} lead={texts.lead} />
        <div className="grid gap-6">
          <TooLong search={query} />
          <ScopeForm scope={null} written={query} />
        </div>
      </PageWidth>
    );
  const overview = await loaded((await serverCaller<WebRouter>()).analytics.getOverview({ q: query }));
  const { scope, totals, forecast } = overview;
  const due = totals.due > 0 ? practiceWithin(scope, texts.due, "/practice?due=1") : null;
  const nothing = totals.answers === 0;
  return (
    <PageWidth narrow>
      <PageHeader title={texts.title} lead={texts.lead} />
      {nothing && !scope ? (
        <Empty
          title={texts.empty.title}
          action={
            <LinkButton link={AppLink} variant="primary" href={to("/practice")}>
              {texts.empty.action}
            </LinkButton>
          }
        >
          {texts.empty.body}
        </Empty>
      ) : (
        <div className="grid gap-12">
          <ScopeForm scope={scope} />
          {nothing && scope && scope.questions > 0 && (
            <Empty
              title={texts.scope.none}
              action={
                <LinkButton link={AppLink} variant="primary" href={to(practiceOf(scope.query))}>
                  {texts.scope.practise}
                </LinkButton>
              }
            />
          )}
          {!nothing && (
            <>
              <Static as="div">
                <Totals {...overview} />
              </Static>
              <Static as="div">
                <WeekChart {...overview} />
              </Static>
              <Static as="div">
                <HeldMisconceptions {...overview} zone={zone} />
              </Static>
              <Static as="div">
                <CalibrationChart {...overview} />
              </Static>
              <Static as="div">
                <RetentionChart {...overview} />
              </Static>
              {forecast.length > 0 && (
                <Static as="div">
                  <LoadChart
                    forecast={forecast}
                    basis={scope ? texts.forecast.basis : say(words.reviews.forecast.basis, { new: overview.dailyNew })}
                    review={due}
                  />
                </Static>
              )}
              <Static as="div">
                <AccuracyChart {...overview} />
              </Static>
              <Static as="div">
                <KindCharts {...overview} />
              </Static>
              <MasteryMap {...overview} />
              <Static as="div">
                <ActivityChart {...overview} />
              </Static>
            </>
          )}
        </div>
      )}
    </PageWidth>
  );
}
