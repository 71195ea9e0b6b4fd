import type { WebRouter } from "@tidao/api/client";
import { playerLabels } from "@tidao/i18n";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requireActor } from "@tidao/next-kit/session";
import { PlacementIntro } from "../../../../../features/placement/placement-intro";
import { TestRunner } from "../../../../../features/placement/test-runner";
import { FocusBar } from "../../../../../features/practice/focus-bar";
import { KeysSheet } from "../../../../../features/practice/keys-sheet";
import { PageWidth } from "../../../../../page-width";
import { pageWords } from "../../../../../page-words";

export function generateMetadata() {
  return { title: pageWords().words.placement.title };
}

export default async function PlacementPage() {
  const { zone, asksConfidence } = await requireActor();
  const { locale, words, to } = pageWords();
  const texts = words.placement;
  const overview = await loaded((await serverCaller<WebRouter>()).placement.getOverview({}));
  const start = overview.open ? texts.resume : overview.lastFinishedAt ? texts.again.action : texts.begin;
  return (
    <PageWidth narrow>
      <FocusBar title={texts.title} leave={{ href: to("/"), label: texts.leave }}>
        <span className="max-sm:hidden">
          <KeysSheet
            words={words.app.keys}
            asksConfidence={asksConfidence}
            label={words.practice.keys}
            close={words.app.actions.close}
          />
        </span>
      </FocusBar>
      <TestRunner
        topic={null}
        start={start}
        asksConfidence={asksConfidence}
        resultHref={to("/placement/result")}
        locale={locale}
        labels={playerLabels(locale)}
        words={texts}
        practice={words.practice}
        offline={words.app.state.offline}
      >
        <PlacementIntro overview={overview} zone={zone} />
      </TestRunner>
    </PageWidth>
  );
}
