import type { WebRouter } from "@tidao/api/client";
import { AppLink } from "@tidao/next-kit/app-link";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { Static } from "@tidao/next-kit/static";
import { requireActor } from "@tidao/next-kit/session";
import { LinkButton } from "@tidao/ui/button";
import { Empty } from "@tidao/ui/empty";
import { PageHeader } from "@tidao/ui/page-header";
import { FittingPanel } from "../../../../../features/reviews/fitting-panel";
import { Leeches, SetAside } from "../../../../../features/reviews/hard-cards";
import { LoadChart } from "../../../../../features/reviews/load-chart";
import { SettingsSection } from "../../../../../features/reviews/settings-section";
import { TodayCard } from "../../../../../features/reviews/today-card";
import { UncomparedAnswers } from "../../../../../features/reviews/uncompared-answers";
import { PageWidth } from "../../../../../page-width";
import { pageWords } from "../../../../../page-words";

export function generateMetadata() {
  return { title: pageWords().words.reviews.title };
}

export default async function ReviewsPage() {
  const { locale, words, say, to } = pageWords();
  const texts = words.reviews;
  const { zone } = await requireActor();
  const reviews = await loaded((await serverCaller<WebRouter>()).reviews.getReviews({}));
  const begun = reviews.cards > 0 || reviews.setAside.length > 0;
  const start = (
    <LinkButton link={AppLink} variant="primary" href={to("/practice")}>
      {texts.empty.action}
    </LinkButton>
  );
  const moreToday = Math.round(reviews.forecast[0]?.reviews ?? 0) > reviews.today.count;
  return (
    <PageWidth narrow>
      <PageHeader title={texts.title} lead={texts.lead} />
      <div className="grid gap-12">
        <UncomparedAnswers answers={reviews.uncompared} />
        {begun ? (
          <>
            <Static as="div">
              <TodayCard reviews={reviews} zone={zone} now={new Date()} />
            </Static>
            <Leeches cards={reviews.leeches} />
            <Static as="div">
              <LoadChart
                forecast={reviews.forecast}
                basis={[
                  say(texts.forecast.basis, { new: reviews.settings.dailyNew }),
                  ...(moreToday ? [texts.forecast.later] : []),
                ].join(locale === "zh" ? "" : " ")}
                review={reviews.today.count > 0 ? "/practice?due=1" : null}
              />
            </Static>
            <SetAside cards={reviews.setAside} />
          </>
        ) : reviews.uncompared.length > 0 ? null : (
          <Empty title={texts.empty.title} action={start}>
            {texts.empty.body}
          </Empty>
        )}
        <SettingsSection reviews={reviews} />
        <FittingPanel reviews={reviews} />
      </div>
    </PageWidth>
  );
}
