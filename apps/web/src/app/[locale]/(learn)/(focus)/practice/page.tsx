import type { WebRouter } from "@tidao/api/client";
import { playerLabels } from "@tidao/i18n";
import { isTooLong, longestTyped } from "@tidao/kernel";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { SearchButton } from "@tidao/next-kit/document";
import { requireActor } from "@tidao/next-kit/session";
import { notFound, redirect } from "next/navigation";
import { toolWords } from "../../../../../features/notes/tool-words";
import { FocusBar } from "../../../../../features/practice/focus-bar";
import { KeysSheet } from "../../../../../features/practice/keys-sheet";
import { variantInHand } from "../../../../../features/practice/variant-in-hand";
import { PracticeRunner } from "../../../../../features/practice/practice-runner";
import { searchHref } from "../../../../../features/search/search-query";
import { isUuid } from "../../../../../is-uuid";
import { PageWidth } from "../../../../../page-width";
import { pageWords } from "../../../../../page-words";

type Query = Record<
  "topic" | "objective" | "path" | "list" | "due" | "search" | "question" | "seed" | "upTo" | "plan" | "mix",
  string | string[] | undefined
>;
const one = (value: string | string[] | undefined, longest = 60): string | null =>
  typeof value === "string" && value ? value.slice(0, longest) : null;

const count = (value: string | string[] | undefined): number | null =>
  /^\d{1,4}$/.test(one(value) ?? "") ? Math.min(5000, Number(value)) : null;

export function generateMetadata() {
  return { title: pageWords().words.practice.title };
}

export default async function PracticePage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const { id: learnerId, asksConfidence } = await requireActor();
  const { locale, words, say, to } = pageWords();
  const texts = words.practice;
  const list = one(query.list);
  if (list && !isUuid(list)) notFound();
  const search = one(query.search, longestTyped);
  const searchPage = search && to(searchHref(search));
  // it says that, and how to go on
  if (search && searchPage && isTooLong(search)) redirect(searchPage);
  const filter = {
    topic: one(query.topic),
    objective: one(query.objective),
    path: one(query.path),
    list,
    search,
    dueOnly: one(query.due) !== null,
    upTo: count(query.upTo),
    ...(query.plan === "today" && { plan: true }),
    ...(one(query.mix) !== null && { mix: true }),
  };
  // the one that was pressed in a list; what follows is of the filter again
  const question = one(query.question, 80);
  const inHand = variantInHand(question, one(query.seed));
  const api = await serverCaller<WebRouter>();
  const [first, topics, paths, lists] = await Promise.all([
    loaded(api.practice.getNextQuestion({ ...filter, ...(inHand ? { inHand } : { question }), except: [] })),
    filter.topic || filter.plan ? loaded(api.topics.listTopics({})) : [],
    filter.path ? loaded(api.paths.listPaths({})) : [],
    list ? loaded(api.bookmarks.listLists({})) : [],
  ]);
  const found = topics.find(({ slug }) => slug === filter.topic);
  const path = paths.find(({ slug }) => slug === filter.path);
  const own = lists.find(({ id }) => id === list);
  const from = own
    ? { kind: "list" as const, href: to(`/notes?tab=lists&list=${own.id}`) }
    : found
      ? { kind: "topic" as const, href: to(`/topics/${found.slug}`) }
      : path
        ? { kind: "path" as const, href: to(`/paths/${path.slug}`) }
        : searchPage
          ? { kind: "search" as const, href: searchPage }
          : filter.plan
            ? { kind: "plan" as const, href: to("/plan") }
            : null;
  const searched = filter.search ? say(texts.search, { query: filter.search }) : texts.mixed;
  const whole = path ? say(texts.path, { path: path.title }) : searched;
  const narrow = own ? say(texts.list, { list: own.name }) : found ? say(texts.topic, { topic: found.title }) : null;
  const title = narrow ?? (filter.plan ? texts.planned.title : filter.dueOnly ? texts.reviewing : whole);
  return (
    <PageWidth narrow>
      <FocusBar title={title} leave={{ href: from?.href ?? to("/"), label: texts.leave }}>
        <SearchButton href={to("/search")} label={words.search.open} box={words.search.box} hint={words.search.hint} />
        <KeysSheet
          words={words.app.keys}
          search={words.search.open}
          asksConfidence={asksConfidence}
          tools
          label={texts.keys}
          close={words.app.actions.close}
        />
      </FocusBar>
      <PracticeRunner
        key={JSON.stringify(filter)}
        first={first}
        named={question !== null && inHand === null}
        filter={filter}
        from={from}
        learnerId={learnerId}
        notes={toolWords(words)}
        kept={words.notes.kept}
        {...(filter.plan && { topicNames: Object.fromEntries(topics.map((topic) => [topic.slug, topic.title])) })}
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
