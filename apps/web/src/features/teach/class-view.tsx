import { formatDate, zonedTime } from "@tidao/i18n/format";
import { requestScope } from "@tidao/next-kit/session";
import { LinkButton } from "@tidao/ui/button";
import { Notice } from "@tidao/ui/notice";
import { PageHeader } from "@tidao/ui/page-header";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { BackLink } from "./back-link";
import { ClassAssignments } from "./class-assignments";
import { JoinCard } from "./join-card";
import { ArchiveButton, RenameButton, RestoreButton } from "./keeping-buttons";
import { MemberTable } from "./member-table";
import { TeacherList } from "./teacher-list";

interface ClassViewProps {
  room: ApiData["teach"]["getClass"];
  members: ApiData["teach"]["listMembers"];
  assignments: ApiData["teach"]["listClassAssignments"];
  zone: string;
  now: Date;
}

/** A class on one page: what is assigned, who is in it, how to get in. */
export function ClassView({ room, members: { learners, teachers }, assignments, zone, now }: ClassViewProps) {
  const { locale, words, say, to } = pageWords();
  const texts = words.teach.room;
  const { actions, state, notice } = words.app;
  const failure = { locale, offline: state.offline, zone };
  const kept = { what: "class", id: room.id } as const;
  const assignHref = to(`/teach/classes/${room.id}/assign`);
  const about = [
    say(words.teach.classes.learners, { count: learners.length }),
    say(texts.since, { date: formatDate(locale, room.createdAt, zone) }),
    ...(teachers.length > 1
      ? [say(texts.taughtBy, { names: teachers.map(({ name }) => name).join(locale === "zh" ? "、" : ", ") })]
      : []),
  ];
  return (
    <>
      <PageHeader
        over={<BackLink href={to("/teach")}>{texts.back}</BackLink>}
        title={<span className="wrap-anywhere">{room.name}</span>}
        lead={about.join(" · ")}
        actions={
          !room.archived && (
            <>
              <RenameButton
                kept={kept}
                name={room.name}
                words={{
                  rename: texts.rename,
                  renamed: texts.renamed,
                  name: words.teach.classes.name,
                  saving: words.teach.saving,
                }}
                actions={actions}
                failure={failure}
              />
              <ArchiveButton kept={kept} words={texts} actions={actions} failure={failure} />
              <LinkButton link={AppLink} href={assignHref} variant="primary">
                {texts.assignments.assign}
              </LinkButton>
            </>
          )
        }
      />
      {room.archived && (
        <div className="mb-6">
          <Notice
            kind="warning"
            word={notice.warning}
            title={texts.archivedTitle}
            action={<RestoreButton kept={kept} words={texts} failure={failure} />}
          >
            {texts.archivedBody}
          </Notice>
        </div>
      )}
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        {!room.archived && (
          <div className="lg:order-last">
            <JoinCard
              classId={room.id}
              code={room.joinCode}
              link={`${requestScope().site.webUrl}/join/${room.joinCode}`}
              words={texts.join}
              cancel={actions.cancel}
              failure={failure}
            />
          </div>
        )}
        <div className="grid min-w-0 gap-10">
          <section className="grid min-w-0 gap-3">
            <h2 className="text-xl">{texts.assignments.title}</h2>
            <ClassAssignments assignments={assignments} zone={zone} now={now} />
          </section>
          <section className="grid min-w-0 gap-3">
            <h2 className="text-xl">{texts.members.title}</h2>
            {learners.length > 0 ? (
              <>
                <MemberTable
                  classId={room.id}
                  members={learners.map(({ userId, name, email, handedIn, joinedAt }) => {
                    const joined = { ...zonedTime(locale, joinedAt, zone), text: formatDate(locale, joinedAt, zone) };
                    return { userId, name, email, handedIn, joined };
                  })}
                  assignments={room.assignments}
                  readOnly={room.archived}
                  words={texts.members}
                  cancel={actions.cancel}
                  failure={failure}
                />
                <p className="text-sm text-muted">{texts.members.recorded}</p>
              </>
            ) : (
              <p className="text-muted">{texts.members.none}</p>
            )}
          </section>
          <section className="grid min-w-0 gap-3">
            <h2 className="text-xl">{texts.teachers.title}</h2>
            <TeacherList
              room={{ id: room.id, name: room.name }}
              teachers={teachers}
              readOnly={room.archived}
              words={texts.teachers}
              about={words.app.about}
              cancel={actions.cancel}
              failure={failure}
            />
          </section>
        </div>
      </div>
    </>
  );
}
