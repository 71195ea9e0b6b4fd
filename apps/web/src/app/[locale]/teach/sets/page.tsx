import type { WebRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requirePermission } from "@tidao/next-kit/session";
import { Empty } from "@tidao/ui/empty";
import { PageHeader } from "@tidao/ui/page-header";
import { CreateButton } from "../../../../features/teach/create-button";
import { SetList } from "../../../../features/teach/set-list";
import { PageWidth } from "../../../../page-width";
import { pageWords } from "../../../../page-words";

export function generateMetadata() {
  return { title: pageWords().words.teach.sets.title };
}

export default async function SetsPage() {
  const { zone } = await requirePermission("set.manage");
  const sets = await loaded((await serverCaller<WebRouter>()).sets.listSets({}));
  const { locale, words } = pageWords();
  const texts = words.teach.sets;
  const { offline } = words.app.state;
  const create = <CreateButton what="set" words={texts} actions={words.app.actions} failure={{ locale, offline }} />;
  return (
    <PageWidth>
      <PageHeader title={texts.title} lead={sets.length > 0 && texts.lead} actions={sets.length > 0 && create} />
      {sets.length > 0 ? (
        <SetList sets={sets} zone={zone} now={new Date()} />
      ) : (
        <Empty title={texts.none.title} action={create}>
          {texts.none.body}
        </Empty>
      )}
    </PageWidth>
  );
}
