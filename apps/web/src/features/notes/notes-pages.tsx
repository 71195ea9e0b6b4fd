import { formatNumber } from "@tidao/i18n/format";
import { AppLink } from "@tidao/next-kit/app-link";
import { Pagination } from "@tidao/ui/pagination";
import { pageWords } from "../../page-words";
import { notesHref, type NotesQuery } from "./notes-query";

interface NotesPagesProps {
  query: NotesQuery;
  page: number;
  pages: number;
  total: number;
  perPage: number;
  shown: number;
}

/** Which of them are on this page, and the way to the others; nothing where one page holds all. */
export function NotesPages({ query, page, pages, total, perPage, shown }: NotesPagesProps) {
  const { locale, words, say, to } = pageWords();
  const { pagination } = words.app;
  if (pages <= 1) return null;
  const first = (page - 1) * perPage;
  return (
    <Pagination
      page={page}
      pages={pages}
      hrefFor={(at) => to(notesHref({ ...query, page: at }))}
      labels={{ ...pagination, page: (at) => say(pagination.page, { page: at }) }}
      range={say(pagination.range, {
        from: formatNumber(locale, first + 1),
        to: formatNumber(locale, first + shown),
        total: formatNumber(locale, total),
      })}
      link={AppLink}
    />
  );
}
