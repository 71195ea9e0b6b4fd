import type { WebRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requireActor } from "@tidao/next-kit/session";
import { LinkButton } from "@tidao/ui/button";
import { Empty } from "@tidao/ui/empty";
import { PageHeader } from "@tidao/ui/page-header";
import { AppLink } from "@tidao/next-kit/app-link";
import { AssignmentList } from "../../../../../features/assignments/assignment-list";
import { firstChange } from "../../../../../features/assignments/first-change";
import { RefreshAt } from "../../../../../features/assignments/refresh-at";
import { PageWidth } from "../../../../../page-width";
import { pageWords } from "../../../../../page-words";

export function generateMetadata() {
  return { title: pageWords().words.classes.title };
}

export default async function AssignmentsPage() {
  const { words, to } = pageWords();
  const texts = words.classes;
  const { zone } = await requireActor();
  const api = await serverCaller<WebRouter>();
  const [assignments, classes] = await Promise.all([
    loaded(api.assignments.listAssignments({})),
    loaded(api.classes.listJoinedClasses({})),
  ]);
  const now = new Date();
  const change = firstChange(assignments, now);
  const some = (...states: string[]) => assignments.filter(({ state }) => states.includes(state));
  const join = (
    <LinkButton link={AppLink} variant="primary" href={to("/join")}>
      {texts.none.action}
    </LinkButton>
  );
  const yours = (
    <LinkButton link={AppLink} href={to("/classes")}>
      {texts.assignment.classes}
    </LinkButton>
  );
  return (
    <PageWidth narrow>
      {change && <RefreshAt at={change} now={now.toISOString()} />}
      <PageHeader title={texts.title} actions={classes.length > 0 && yours} />
      {assignments.length === 0 ? (
        <Empty
          title={classes.length ? texts.assignment.noAssignments.title : texts.none.title}
          action={classes.length ? null : join}
        >
          {classes.length ? texts.assignment.noAssignments.body : texts.none.body}
        </Empty>
      ) : (
        <div className="grid gap-10">
          <AssignmentList title={texts.assignment.open} assignments={some("open")} zone={zone} now={now} />
          <AssignmentList title={texts.assignment.upcoming} assignments={some("upcoming")} zone={zone} now={now} />
          <AssignmentList
            title={texts.assignment.past}
            assignments={some("done", "closed").toReversed()}
            zone={zone}
            now={now}
          />
        </div>
      )}
    </PageWidth>
  );
}
