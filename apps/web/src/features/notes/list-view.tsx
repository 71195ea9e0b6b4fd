import { AppLink } from "@tidao/next-kit/app-link";
import { LinkButton } from "@tidao/ui/button";
import { Empty } from "@tidao/ui/empty";
import { Icon } from "@tidao/ui/icon";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";
import { KeptRow } from "./kept-row";
import { ListButtons } from "./list-buttons";
import { notesHref } from "./notes-query";
import { HeldBack } from "./notes-view";
import { OrderedRows } from "./ordered-rows";

/** One list: practised in this order. */
export function ListView({ data: { list, questions, heldBack } }: { data: ApiData["bookmarks"]["getList"] }) {
  const { locale, words, say, to } = pageWords();
  const texts = words.notes.lists;
  const { notChanged } = words.notes.tools;
  return (
    <>
      <AppLink
        className="flex min-h-6 w-fit items-center gap-1 text-sm text-muted hover:text-accent"
        href={to(notesHref({ tab: "lists" }))}
      >
        <Icon name="chevron-left" size={12} className="flex-none" />
        {texts.all}
      </AppLink>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <h2 className="text-xl wrap-anywhere">{list.name}</h2>
          <p className="text-sm text-muted">{say(texts.count, { count: list.questions })}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          {questions.length > 0 && (
            <LinkButton link={AppLink} variant="primary" href={to(`/practice?list=${list.id}`)}>
              {texts.practise}
            </LinkButton>
          )}
          <ListButtons
            listId={list.id}
            name={list.name}
            all={to(notesHref({ tab: "lists" }))}
            words={{ ...texts, cancel: words.app.actions.cancel }}
            locale={locale}
            offline={notChanged}
          />
        </div>
      </div>
      {list.questions === 0 && <Empty title={texts.empty.title}>{texts.empty.body}</Empty>}
      {questions.length > 0 && (
        <OrderedRows
          // a list that was changed elsewhere is another list
          key={list.updatedAt}
          listId={list.id}
          heldBack={heldBack}
          words={words.notes.order}
          locale={locale}
          notChanged={notChanged}
          rows={questions.map((question, index) => ({
            id: question.questionId,
            name: say(words.notes.order.number, { number: index + 1 }),
            content: <KeptRow question={question} />,
          }))}
        />
      )}
      <HeldBack count={heldBack.length} />
    </>
  );
}
