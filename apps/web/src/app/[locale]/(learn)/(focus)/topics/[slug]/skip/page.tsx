import type { WebRouter } from "@tidao/api/client";
import { playerLabels } from "@tidao/i18n";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requireActor } from "@tidao/next-kit/session";
import { cache } from "react";
import { SkipIntro } from "../../../../../../../features/placement/skip-intro";
import { SkipOutcome } from "../../../../../../../features/placement/skip-outcome";
import { TestRunner } from "../../../../../../../features/placement/test-runner";
import { FocusBar } from "../../../../../../../features/practice/focus-bar";
import { KeysSheet } from "../../../../../../../features/practice/keys-sheet";
import { PageWidth } from "../../../../../../../page-width";
import { pageWords } from "../../../../../../../page-words";

interface SkipPageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ path?: string | string[] }>;
}
const load = cache(async (topic: string) => loaded((await serverCaller<WebRouter>()).placement.getSkipTest({ topic })));

export async function generateMetadata({ params }: SkipPageProps) {
  const { words, say } = pageWords();
  return { title: say(words.placement.skip.title, { topic: (await load((await params).slug)).topic.title }) };
}

export default async function SkipPage({ params, searchParams }: SkipPageProps) {
  const [{ slug }, { path }, { asksConfidence, zone }] = await Promise.all([params, searchParams, requireActor()]);
  const data = await load(slug);
  const { locale, words, say, to } = pageWords();
  const texts = words.placement.skip;
  const { topic, last, open, possible, againAt } = data;
  const onPath = typeof path === "string" && /^[a-z0-9-]{1,60}$/.test(path) ? path : null;
  const back = onPath
    ? { href: to(`/paths/${onPath}`), label: texts.toPath }
    : { href: to(`/topics/${slug}`), label: texts.toTopic };
  const started = open ? words.placement.resume : last ? texts.again : texts.begin;
  const failed = last !== null && !last.passed && !open;
  const over = topic.skipped || failed;
  return (
    <PageWidth narrow>
      <FocusBar
        title={say(texts.title, { topic: topic.title })}
        leave={{ href: back.href, label: over ? back.label : texts.leave }}
      >
        <KeysSheet
          words={words.app.keys}
          asksConfidence={asksConfidence}
          label={words.practice.keys}
          close={words.app.actions.close}
        />
      </FocusBar>
      <TestRunner
        topic={slug}
        start={topic.skipped || !possible || againAt ? null : started}
        again={failed}
        asksConfidence={asksConfidence}
        resultHref={null}
        locale={locale}
        labels={playerLabels(locale)}
        words={words.placement}
        practice={words.practice}
        offline={words.app.state.offline}
      >
        {over ? <SkipOutcome data={data} back={back} zone={zone} /> : <SkipIntro data={data} />}
      </TestRunner>
    </PageWidth>
  );
}
