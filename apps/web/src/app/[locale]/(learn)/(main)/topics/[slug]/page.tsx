import type { WebRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requireActor } from "@tidao/next-kit/session";
import "@tidao/player/mathematics.css";
import { cache } from "react";
import { TopicView } from "../../../../../../features/lesson/topic-view";

interface TopicPageProps {
  params: Promise<{ slug: string }>;
}
const load = cache(async (slug: string) => loaded((await serverCaller<WebRouter>()).topics.getTopic({ slug })));

export async function generateMetadata({ params }: TopicPageProps) {
  return { title: (await load((await params).slug)).topic.title };
}

export default async function TopicPage({ params }: TopicPageProps) {
  await requireActor();
  const { slug } = await params;
  const api = await serverCaller<WebRouter>();
  const [data, notes] = await Promise.all([load(slug), loaded(api.notes.listTopicNotes({ topicSlug: slug }))]);
  const noted = notes.flatMap(({ anchor, body }) => (anchor && body ? [anchor] : []));
  return (
    <div className="mx-auto w-full max-w-[90rem] px-4 pb-20">
      <TopicView data={data} noted={noted} />
    </div>
  );
}
