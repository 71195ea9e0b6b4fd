import { AppLink } from "@tidao/next-kit/app-link";
import { LinkButton } from "@tidao/ui/button";
import { Empty } from "@tidao/ui/empty";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";
import { BookmarkedRow } from "./bookmarked-row";
import { KeptRow } from "./kept-row";
import { NotesPages } from "./notes-pages";
import type { NotesQuery } from "./notes-query";
import { HeldBack } from "./notes-view";

/** Marked questions, the newest first. */
export function BookmarksTab({
  query,
  data: { questions, total, page, pages, heldBack },
}: {
  query: NotesQuery;
  data: ApiData["bookmarks"]["listBookmarks"];
}) {
  const { locale, words, say, to } = pageWords();
  const texts = words.notes.bookmarks;
  if (total === 0)
    return (
      <>
        <Empty
          title={texts.none.title}
          action={
            <LinkButton link={AppLink} href={to("/practice")}>
              {texts.none.action}
            </LinkButton>
          }
        >
          {texts.none.body}
        </Empty>
        <HeldBack count={heldBack} />
      </>
    );
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p aria-live="polite" className="text-sm text-muted">
          {say(texts.count, { count: total })}
        </p>
        <LinkButton link={AppLink} variant="primary" href={to(`/practice?search=${encodeURIComponent(texts.query)}`)}>
          {texts.practise}
        </LinkButton>
      </div>
      <ul className="divide-y divide-line border-y border-line">
        {questions.map((question) => (
          <BookmarkedRow
            key={question.questionId}
            questionId={question.questionId}
            words={texts}
            locale={locale}
            notChanged={words.notes.tools.notChanged}
          >
            <KeptRow question={question} />
          </BookmarkedRow>
        ))}
      </ul>
      <HeldBack count={heldBack} />
      <NotesPages query={query} page={page} pages={pages} total={total} perPage={25} shown={questions.length} />
    </>
  );
}
