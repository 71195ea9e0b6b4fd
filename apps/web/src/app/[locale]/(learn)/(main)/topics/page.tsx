import type { WebRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { LinkButton } from "@tidao/ui/button";
import { Empty } from "@tidao/ui/empty";
import { PageHeader } from "@tidao/ui/page-header";
import { Tabs } from "@tidao/ui/tabs";
import { AppLink } from "@tidao/next-kit/app-link";
import "../../../../../features/topics/topic-map.css";
import { TopicList } from "../../../../../features/topics/topic-list";
import { TopicMap } from "../../../../../features/topics/topic-map";
import { PageWidth } from "../../../../../page-width";
import { pageWords } from "../../../../../page-words";

export function generateMetadata() {
  return { title: pageWords().words.topics.title };
}

export default async function TopicsPage({ searchParams }: { searchParams: Promise<{ view?: string | string[] }> }) {
  const { words, say, to } = pageWords();
  const texts = words.topics;
  const api = await serverCaller<WebRouter>();
  const [topics, { view }] = await Promise.all([loaded(api.topics.listTopics({})), searchParams]);
  const asMap = view === "map";
  const tabs = [
    { href: to("/topics"), label: texts.view.list, current: !asMap },
    { href: to("/topics?view=map"), label: texts.view.map, current: asMap },
  ];
  return (
    <PageWidth>
      <PageHeader
        title={texts.title}
        lead={say(texts.lead, { count: topics.length })}
        actions={
          <>
            <LinkButton link={AppLink} href={to("/placement")}>
              {words.home.doors.toPractice}
            </LinkButton>
            <LinkButton link={AppLink} href={to("/glossary")}>
              {words.glossary.open}
            </LinkButton>
          </>
        }
      />
      {topics.length === 0 ? (
        <Empty title={texts.none} />
      ) : (
        <div className="grid gap-6">
          <Tabs label={texts.view.label} tabs={tabs} link={AppLink} />
          {asMap ? <TopicMap topics={topics} /> : <TopicList topics={topics} />}
        </div>
      )}
    </PageWidth>
  );
}
