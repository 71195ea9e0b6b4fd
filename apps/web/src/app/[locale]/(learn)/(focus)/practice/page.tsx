import type { WebRouter } from "@tidao/api/client";
import { playerLabels } from "@tidao/i18n";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requireActor } from "@tidao/next-kit/session";
import { FocusBar } from "../../../../../features/practice/focus-bar";
import { KeysSheet } from "../../../../../features/practice/keys-sheet";
import { PracticeRunner } from "../../../../../features/practice/practice-runner";
import { PageWidth } from "../../../../../page-width";
import { pageWords } from "../../../../../page-words";

type Query = Record<"topic" | "objective" | "path" | "due" | "search" | "question" | "upTo", string | string[] | undefined>;
const one = (value: string | string[] | undefined, longest = 60): string | null =>
  typeof value === "string" && value ? value.slice(0, longest) : null;

const count = (value: string | string[] | undefined): number | null =>
  /^\d{1,4}$/.test(one(value) ?? "") ? Math.min(5000, Number(value)) : null;

export function generateMetadata() {
  return { title: pageWords().words.practice.title };
}

export default async function PracticePage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const { asksConfidence } = await requireActor();
  const { locale, words, say, to } = pageWords();
  const texts = words.practice;
  const filter = {
    topic: one(query.topic),
    objective: one(query.objective),
    path: one(query.path),
    search: one(query.search, 300),
    dueOnly: one(query.due) !== null,
    upTo: count(query.upTo),
  };
  // the one that was pressed in a list; what follows is of the filter again
  const question = one(query.question, 80);
  const api = await serverCaller<WebRouter>();
  const [first, topics, paths] = await Promise.all([
    loaded(api.practice.getNextQuestion({ ...filter, question, except: [] })),
    filter.topic ? loaded(api.topics.listTopics({})) : [],
    filter.path ? loaded(api.paths.listPaths({})) : [],
  ]);
  const found = topics.find(({ slug }) => slug === filter.topic);
  const path = paths.find(({ slug }) => slug === filter.path);
  const from = found
    ? { kind: "topic" as const, href: to(`/topics/${found.slug}`) }
    : path
      ? { kind: "path" as const, href: to(`/paths/${path.slug}`) }
      : filter.search
        ? { kind: "search" as const, href: to(`/search?${new URLSearchParams({ q: filter.search }).toString()}`) }
        : null;
  const searched = filter.search ? say(texts.search, { query: filter.search }) : texts.mixed;
  const whole = path ? say(texts.path, { path: path.title }) : searched;
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
        asksConfidence={asksConfidence}
      />
    </PageWidth>
  );
}
