import "@tidao/player/mathematics.css";
import type { WebRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requireActor } from "@tidao/next-kit/session";
import { notFound } from "next/navigation";
import { BookmarksTab } from "../../../../../features/notes/bookmarks-tab";
import { ListView } from "../../../../../features/notes/list-view";
import { ListsTab } from "../../../../../features/notes/lists-tab";
import { type NotesQuery, notesQueryOf, type SearchParams } from "../../../../../features/notes/notes-query";
import { NotesTab } from "../../../../../features/notes/notes-tab";
import { NotesView } from "../../../../../features/notes/notes-view";
import { ReportsTab } from "../../../../../features/notes/reports-tab";
import { isUuid } from "../../../../../is-uuid";
import { PageWidth } from "../../../../../page-width";
import { pageWords } from "../../../../../page-words";

export const generateMetadata = () => ({ title: pageWords().words.notes.title });

export default async function NotesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { zone } = await requireActor();
  const query = notesQueryOf(await searchParams);
  return (
    <PageWidth>
      <NotesView tab={query.tab}>{await tabOf(query, zone)}</NotesView>
    </PageWidth>
  );
}

async function tabOf(query: NotesQuery, zone: string) {
  const api = await serverCaller<WebRouter>();
  const { tab, page, text, topic, list } = query;
  const now = new Date();
  switch (tab) {
    case "notes":
      return (
        <NotesTab query={query} data={await loaded(api.notes.listNotes({ text, topic, page }))} zone={zone} now={now} />
      );
    case "bookmarks":
      return <BookmarksTab query={query} data={await loaded(api.bookmarks.listBookmarks({ page }))} />;
    case "lists":
      if (!list) return <ListsTab lists={await loaded(api.bookmarks.listLists({}))} />;
      if (!isUuid(list)) notFound();
      return <ListView data={await loaded(api.bookmarks.getList({ listId: list }))} />;
    case "reports":
      return (
        <ReportsTab query={query} data={await loaded(api.reports.listOwnReports({ page }))} zone={zone} now={now} />
      );
  }
}
