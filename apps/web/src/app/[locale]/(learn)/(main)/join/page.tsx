import { requireActor } from "@tidao/next-kit/session";
import { PageHeader } from "@tidao/ui/page-header";
import { JoinForm } from "../../../../../features/classes/join-form";
import { PageWidth } from "../../../../../page-width";
import { pageWords } from "../../../../../page-words";

export function generateMetadata() {
  return { title: pageWords().words.classes.join.title };
}

export default async function JoinPage() {
  await requireActor();
  const { locale, words } = pageWords();
  const { join } = words.classes;
  return (
    <PageWidth narrow>
      <PageHeader title={join.title} lead={join.lead} />
      <JoinForm locale={locale} words={join} done={words.app.notice.success} offline={words.app.state.offline} />
    </PageWidth>
  );
}
