import { LinkButton } from "@tidao/ui/button";
import { Kbd } from "@tidao/ui/kbd";
import { PageHeader } from "@tidao/ui/page-header";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { CoverageTable } from "./coverage-table";
import { OpenDrafts } from "./open-drafts";
import { PageFrame } from "./page-frame";
import { Surprising } from "./surprising";

interface DeskProps {
  desk: ApiData["questions"]["getDesk"];
  zone: string;
  now: Date;
}

/** What needs an editor now, then where the bank has holes. */
export function DeskView({ desk, zone, now }: DeskProps) {
  const { words, say, to } = pageWords();
  const texts = words.admin.desk;
  const { published, drafts, retired } = desk.counts;
  return (
    <PageFrame>
      <PageHeader
        title={texts.title}
        lead={[
          say(texts.published, { count: published }),
          say(texts.drafts, { count: drafts }),
          say(texts.retired, { count: retired }),
        ].join(" · ")}
        actions={
          <LinkButton link={AppLink} href={to("/new-question")} variant="primary">
            {words.admin.questions.new}
            <Kbd>{"n"}</Kbd>
          </LinkButton>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <OpenDrafts desk={desk} zone={zone} now={now} />
        <Surprising questions={desk.surprising} />
      </div>
      <CoverageTable coverage={desk.coverage} />
    </PageFrame>
  );
}
