import type { WebRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requireActor } from "@tidao/next-kit/session";
import { localDate } from "@tidao/kernel";
import { cache } from "react";
import "../../../../../../features/paths/path.css";
import { PathView } from "../../../../../../features/paths/path-view";
import { PageWidth } from "../../../../../../page-width";

interface PathPageProps {
  params: Promise<{ slug: string }>;
}
const load = cache(async (slug: string) => loaded((await serverCaller<WebRouter>()).paths.getPath({ slug })));

export async function generateMetadata({ params }: PathPageProps) {
  return { title: (await load((await params).slug)).path.title };
}

export default async function PathPage({ params }: PathPageProps) {
  const { zone } = await requireActor();
  return (
    <PageWidth narrow>
      <PathView data={await load((await params).slug)} today={localDate(new Date(), zone)} />
    </PageWidth>
  );
}
