import { AppLink } from "@tidao/next-kit/app-link";
import { Empty } from "@tidao/ui/empty";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";
import { CreateList } from "./create-list";
import { notesHref } from "./notes-query";
import { OrderedRows } from "./ordered-rows";

/** The learner's lists in their own order. */
export function ListsTab({ lists }: { lists: ApiData["bookmarks"]["listLists"] }) {
  const { locale, words, say, to } = pageWords();
  const texts = words.notes.lists;
  return (
    <>
      <CreateList
        words={{ ...texts, cancel: words.app.actions.cancel }}
        locale={locale}
        offline={words.notes.tools.notChanged}
      />
      {lists.length === 0 ? (
        <Empty title={texts.noneYet.title}>{texts.noneYet.body}</Empty>
      ) : (
        <OrderedRows
          words={words.notes.order}
          locale={locale}
          notChanged={words.notes.tools.notChanged}
          rows={lists.map(({ id, name, questions }) => ({
            id,
            name,
            content: (
              <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
                <AppLink className="link font-semibold wrap-anywhere" href={to(notesHref({ tab: "lists", list: id }))}>
                  {name}
                </AppLink>
                <span className="text-sm text-muted">{say(texts.count, { count: questions })}</span>
                {questions > 0 && (
                  <AppLink className="link text-sm" href={to(`/practice?list=${id}`)}>
                    {texts.practise}
                  </AppLink>
                )}
              </div>
            ),
          }))}
        />
      )}
    </>
  );
}
