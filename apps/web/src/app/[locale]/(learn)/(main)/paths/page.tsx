import type { WebRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { Empty } from "@tidao/ui/empty";
import { PageHeader } from "@tidao/ui/page-header";
import { PathSummary } from "../../../../../features/paths/path-summary";
import { PageWidth } from "../../../../../page-width";
import { pageWords } from "../../../../../page-words";

export function generateMetadata() {
  return { title: pageWords().words.paths.title };
}

export default async function PathsPage() {
  const { words } = pageWords();
  const api = await serverCaller<WebRouter>();
  const paths = await loaded(api.paths.listPaths({}));
  return (
    <PageWidth>
      <PageHeader title={words.paths.title} lead={words.paths.lead} />
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
