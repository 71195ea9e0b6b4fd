import type { WebRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requireActor } from "@tidao/next-kit/session";
import { PageHeader } from "@tidao/ui/page-header";
import { ClassList } from "../../../../../features/classes/class-list";
import { PageWidth } from "../../../../../page-width";
import { pageWords } from "../../../../../page-words";

export function generateMetadata() {
  return { title: pageWords().words.classes.yours };
}

export default async function ClassesPage() {
  const { zone } = await requireActor();
  const classes = await loaded((await serverCaller<WebRouter>()).classes.listJoinedClasses({}));
  return (
    <PageWidth narrow>
      <PageHeader title={pageWords().words.classes.yours} />
      <ClassList classes={classes} zone={zone} now={new Date()} />
    </PageWidth>
  );
}
