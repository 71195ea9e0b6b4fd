import type { WebRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requirePermission } from "@tidao/next-kit/session";
import { Empty } from "@tidao/ui/empty";
import { PageHeader } from "@tidao/ui/page-header";
import { ClassCards } from "../../../features/teach/class-cards";
import { CreateButton } from "../../../features/teach/create-button";
import { PageWidth } from "../../../page-width";
import { pageWords } from "../../../page-words";

export function generateMetadata() {
  return { title: pageWords().words.teach.classes.title };
}

export default async function TaughtClassesPage() {
  const { zone } = await requirePermission("class.teach");
  const classes = await loaded((await serverCaller<WebRouter>()).teach.listClasses({}));
  const { locale, words } = pageWords();
  const texts = words.teach.classes;
  const { offline } = words.app.state;
  const create = <CreateButton what="class" words={texts} actions={words.app.actions} failure={{ locale, offline }} />;
  return (
    <PageWidth>
      <PageHeader title={texts.title} actions={classes.length > 0 && create} />
      {classes.length > 0 ? (
        <ClassCards classes={classes} zone={zone} now={new Date()} />
      ) : (
        <Empty title={texts.none.title} action={create}>
          {texts.none.body}
        </Empty>
      )}
    </PageWidth>
  );
}
