import { relativeTime } from "@tidao/i18n/format";
import { AppLink } from "@tidao/next-kit/app-link";
import { Button, LinkButton } from "@tidao/ui/button";
import { Empty } from "@tidao/ui/empty";
import { Icon } from "@tidao/ui/icon";
import { Select } from "@tidao/ui/select";
import { TimeText } from "@tidao/ui/time-text";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";
import { ListedNote } from "./listed-note";
import { NewNote } from "./new-note";
import type { NotesQuery } from "./notes-query";
import { NotesPages } from "./notes-pages";
import { HeldBack } from "./notes-view";

interface NotesTabProps {
  query: NotesQuery;
  data: ApiData["notes"]["listNotes"];
  zone: string;
  now: Date;
}

/** Notes to search, to read and to change in place. */
export function NotesTab({ query, data: { notes, total, page, pages, heldBack, topics }, zone, now }: NotesTabProps) {
  const { locale, words, say, to } = pageWords();
  const texts = words.notes;
  const isFiltered = Boolean(query.text ?? query.topic);
  return (
    <>
      <form action={to("/notes")} role="search" className="flex flex-wrap items-end gap-3">
        <div className="field min-w-[min(14rem,100%)] flex-1">
          <label htmlFor="find-note" className="field-label">
            {texts.search}
          </label>
          <input
            key={query.text}
            id="find-note"
            type="search"
            name="text"
            className="input"
            defaultValue={query.text ?? ""}
            maxLength={100}
          />
        </div>
        <div className="w-full sm:w-64">
          <Select key={query.topic} label={texts.topic} name="topic" defaultValue={query.topic ?? ""}>
            <option value="">{texts.allTopics}</option>
            {topics.map(({ slug, title }) => (
              <option key={slug} value={slug}>
                {title}
              </option>
            ))}
          </Select>
        </div>
        <Button type="submit">
          <Icon name="search" />
          {words.app.actions.search}
        </Button>
      </form>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p aria-live="polite" className="text-sm text-muted">
          {say(texts.count, { count: total })}
        </p>
        <NewNote label={texts.newNote} title={texts.note.free} words={texts.note} locale={locale} />
      </div>
      {notes.length === 0 &&
        (isFiltered ? (
          <Empty
            title={texts.noneFound.title}
            action={
              <LinkButton link={AppLink} href={to("/notes")}>
                {texts.noneFound.action}
              </LinkButton>
            }
          >
            {texts.noneFound.body}
          </Empty>
        ) : (
          <Empty
            title={texts.noNotes.title}
            action={
              <LinkButton link={AppLink} href={to("/practice")}>
                {texts.noNotes.action}
              </LinkButton>
            }
          >
            {texts.noNotes.body}
          </Empty>
        ))}
      <ul className="grid gap-4">
        {notes.map(({ note, topic, submissionId }) => (
          <li key={note.id} className="grid gap-1">
            <ListedNote
              note={note}
              title={topic ? say(texts.note.topic, { topic: topic.title }) : texts.note.free}
              words={texts.note}
              locale={locale}
            />
            <p className="flex flex-wrap gap-x-4 px-1 text-sm text-muted">
              <TimeText
                time={{
                  ...relativeTime(locale, note.updatedAt, now, zone),
                  text: say(texts.changed, { time: relativeTime(locale, note.updatedAt, now, zone).text }),
                }}
              />
              {submissionId && (
                <AppLink className="link" href={to(`/practice/answers/${submissionId}`)}>
                  {texts.seeAnswer}
                </AppLink>
              )}
              {topic && !note.questionId && (
                <AppLink className="link" href={to(`/topics/${topic.slug}${note.anchor ? `#${note.anchor}` : ""}`)}>
                  {texts.seeLesson}
                </AppLink>
              )}
            </p>
          </li>
        ))}
      </ul>
      <HeldBack count={heldBack} />
      <NotesPages query={query} page={page} pages={pages} total={total} perPage={20} shown={notes.length} />
    </>
  );
}
