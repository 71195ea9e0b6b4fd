import type { WebRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { AppLink } from "@tidao/next-kit/app-link";
import { LinkButton } from "@tidao/ui/button";
import { Empty } from "@tidao/ui/empty";
import { PageHeader } from "@tidao/ui/page-header";
import { PathSummary } from "../../../../../features/paths/path-summary";
import { PageWidth } from "../../../../../page-width";
import { pageWords } from "../../../../../page-words";

export function generateMetadata() {
  return { title: pageWords().words.paths.title };
}

export default async function PathsPage() {
  const { words, to } = pageWords();
  const api = await serverCaller<WebRouter>();
  const paths = await loaded(api.paths.listPaths({}));
  return (
    <PageWidth>
      <PageHeader
        title={words.paths.title}
        lead={words.paths.lead}
        actions={
          <LinkButton link={AppLink} href={to("/placement")}>
            {words.home.doors.toPractice}
          </LinkButton>
        }
      />
      {paths.length === 0 && <Empty title={words.paths.none} />}
      <ul className="grid gap-4 md:grid-cols-2">
        {paths.map((path) => (
          <li key={path.slug} className="grid">
            <PathSummary path={path} />
          </li>
        ))}
      </ul>
    </PageWidth>
  );
}
