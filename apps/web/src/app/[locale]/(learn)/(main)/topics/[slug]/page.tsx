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
  return (
    <div className="mx-auto w-full max-w-[90rem] px-4 pb-20">
      <TopicView data={await load((await params).slug)} />
    </div>
  );
}
