import type { WebRouter } from "@tidao/api/client";
import { zoneName } from "@tidao/i18n/format";
import { wallTime } from "@tidao/kernel";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requirePermission } from "@tidao/next-kit/session";
import { LinkButton } from "@tidao/ui/button";
import { Empty } from "@tidao/ui/empty";
import { Notice } from "@tidao/ui/notice";
import { PageHeader } from "@tidao/ui/page-header";
import { AppLink } from "@tidao/next-kit/app-link";
import { addressId } from "../../../../../../features/teach/address-id";
import { AssignForm } from "../../../../../../features/teach/assign/assign-form";
import { BackLink } from "../../../../../../features/teach/back-link";
import { PageWidth } from "../../../../../../page-width";
import { pageWords } from "../../../../../../page-words";

interface AssignPageProps {
  params: Promise<{ classId: string }>;
  searchParams: Promise<{ set?: string | string[] }>;
}

export function generateMetadata() {
  return { title: pageWords().words.teach.assign.title };
}

/** A week from now, to the end of that day: what is usual, to be changed. */
function usualTimes(now: Date, zone: string) {
  const inAWeek = wallTime(new Date(now.getTime() + 7 * 86_400_000), zone);
  return { opens: wallTime(now, zone), due: `${inAWeek.slice(0, 10)}T23:59` };
}

export default async function AssignPage({ params, searchParams }: AssignPageProps) {
  const { zone } = await requirePermission("class.teach");
  const classId = addressId((await params).classId);
  const wanted = (await searchParams).set;
  const api = await serverCaller<WebRouter>();
  const [room, sets] = await Promise.all([loaded(api.teach.getClass({ classId })), loaded(api.sets.listSets({}))]);
  const { locale, words, say, to } = pageWords();
  const { assign: texts, room: roomTexts, questions, points } = words.teach;
  const offered = sets
    .filter((set) => set.questions > 0 && !set.archived)
    .map((set) => ({
      id: set.id,
      title: set.title,
      text: say(texts.setOption, {
        title: set.title,
        questions: say(questions, { count: set.questions }),
        points: say(points, { points: set.points }),
      }),
    }));
  const now = new Date();
  const chosen = offered.find((set) => set.id === wanted)?.id ?? null;
  return (
    <PageWidth narrow>
      <PageHeader
        over={<BackLink href={to(`/teach/classes/${classId}`)}>{room.name}</BackLink>}
        title={texts.title}
        lead={say(words.teach.classes.learners, { count: room.learners })}
      />
      {room.archived ? (
        <Notice kind="warning" word={words.app.notice.warning} title={roomTexts.archivedTitle}>
          {roomTexts.archivedBody}
        </Notice>
      ) : offered.length > 0 ? (
        <AssignForm
          classId={classId}
          sets={offered}
          chosen={chosen}
          times={usualTimes(now, zone)}
          zone={zone}
          zoneName={zoneName(locale, zone, now)}
          words={texts}
          failure={{ locale, offline: words.app.state.offline, zone }}
        />
      ) : (
        <Empty
          title={texts.noSets.title}
          action={
            <LinkButton link={AppLink} href={to("/teach/sets")} variant="primary">
              {texts.noSets.action}
            </LinkButton>
          }
        >
          {sets.length > 0 ? texts.emptySets : texts.noSets.body}
        </Empty>
      )}
    </PageWidth>
  );
}
