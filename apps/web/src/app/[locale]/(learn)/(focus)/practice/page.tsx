import type { WebRouter } from "@tidao/api/client";
import { playerLabels } from "@tidao/i18n";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { FocusBar } from "../../../../../features/practice/focus-bar";
import { KeysSheet } from "../../../../../features/practice/keys-sheet";
import { PracticeRunner } from "../../../../../features/practice/practice-runner";
import { PageWidth } from "../../../../../page-width";
import { pageWords } from "../../../../../page-words";

type Query = Record<"topic" | "objective" | "path" | "due", string | string[] | undefined>;
const one = (value: string | string[] | undefined): string | null =>
  typeof value === "string" && value ? value.slice(0, 60) : null;

export function generateMetadata() {
  return { title: pageWords().words.practice.title };
}

export default async function PracticePage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const { locale, words, say, to } = pageWords();
  const texts = words.practice;
  const filter = { topic: one(query.topic), objective: one(query.objective), path: one(query.path), dueOnly: one(query.due) !== null };
  const api = await serverCaller<WebRouter>();
  const [first, topics, paths] = await Promise.all([
    loaded(api.practice.getNextQuestion({ ...filter, except: [] })),
    filter.topic ? loaded(api.topics.listTopics({})) : [],
    filter.path ? loaded(api.paths.listPaths({})) : [],
  ]);
  const found = topics.find(({ slug }) => slug === filter.topic);
  const path = paths.find(({ slug }) => slug === filter.path);
  const from = found
    ? { kind: "topic" as const, href: to(`/topics/${found.slug}`) }
    : path
      ? { kind: "path" as const, href: to(`/paths/${path.slug}`) }
      : null;
  const whole = path ? say(texts.path, { path: path.title }) : texts.mixed;
  const title = found ? say(texts.topic, { topic: found.title }) : filter.dueOnly ? texts.reviewing : whole;
  return (
    <PageWidth narrow>
      <FocusBar title={title} leave={{ href: from?.href ?? to("/"), label: texts.leave }}>
        <span className="max-sm:hidden">
          <KeysSheet words={words.app.keys} label={texts.keys} close={words.app.actions.close} />
        </span>
      </FocusBar>
      <PracticeRunner
        key={JSON.stringify(filter)}
        first={first}
        filter={filter}
        from={from}
        locale={locale}
        labels={playerLabels(locale)}
        words={texts}
        kinds={words.questionKinds}
        offline={words.app.state.offline}
      />
    </PageWidth>
  );
}
