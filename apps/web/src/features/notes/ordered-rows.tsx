"use client";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { Icon } from "@tidao/ui/icon";
import { showProblem, showToast } from "@tidao/ui/toast";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { api } from "../../api";
import { problemText } from "../../problem-text";

interface Row {
  id: string;
  name: string;
  content: ReactNode;
}
interface OrderedRowsProps {
  rows: readonly Row[];
  /** The questions of this list; without it the rows are the lists themselves. */
  listId?: string;
  /** In the list, and not shown now: they keep their places at its end. */
  heldBack?: readonly string[];
  words: Messages["notes"]["order"];
  locale: Locale;
  notChanged: string;
}

/** Rows in an order of the learner's own, moved by buttons; each change is kept at once and taken back when it is not. */
export function OrderedRows({ rows, listId, heldBack = [], words, locale, notChanged }: OrderedRowsProps) {
  const [order, setOrder] = useState(() => rows.map(({ id }) => id));
  const [moved, setMoved] = useState<{ id: string; by: 1 | -1; position: number } | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const queue = useRef(Promise.resolve());
  const shown = order.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  // rows that came with a refresh stand at the end
  const all = [...shown, ...rows.filter(({ id }) => !order.includes(id) && !listId)];

  // the browser drops the focus of a node that React moves
  useEffect(() => {
    if (moved) list.current?.querySelector<HTMLElement>(`[data-move="${moved.id} ${moved.by}"]`)?.focus();
  }, [moved]);

  const save = (next: string[], before: string[]) => {
    setOrder(next);
    queue.current = queue.current.then(async () => {
      try {
        if (listId) await api.bookmarks.updateList.mutate({ listId, questionIds: [...next, ...heldBack] });
        else await api.bookmarks.orderLists.mutate({ listIds: next });
      } catch (error) {
        setOrder((now) => (now === next ? before : now));
        showProblem(problemText(error, { locale, offline: notChanged }));
      }
    });
  };
  const ids = all.map(({ id }) => id);
  const move = (id: string, by: 1 | -1) => {
    const from = ids.indexOf(id);
    const to = from + by;
    if (to < 0 || to >= ids.length) return;
    const next = ids.filter((each) => each !== id);
    next.splice(to, 0, id);
    save(next, ids);
    setMoved({ id, by, position: to + 1 });
  };
  const takeOut = async (id: string) => {
    if (!listId) return;
    const next = ids.filter((each) => each !== id);
    setOrder(next);
    try {
      await api.bookmarks.keepInList.mutate({ listId, questionId: id, kept: false });
      const back = async () => {
        try {
          await api.bookmarks.keepInList.mutate({ listId, questionId: id, kept: true });
          save(ids, next);
        } catch (error) {
          showProblem(problemText(error, { locale, offline: notChanged }));
        }
      };
      showToast(words.takenOut, { label: words.undo, run: () => void back() });
    } catch (error) {
      setOrder(ids);
      showProblem(problemText(error, { locale, offline: notChanged }));
    }
  };
  return (
    <>
      <ol ref={list} className="divide-y divide-line border-y border-line">
        {all.map(({ id, name, content }, index) => (
          <li key={id} className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1 py-3">
            <span className="w-6 pt-1 text-end text-sm text-muted">{index + 1}</span>
            <div className="min-w-0 flex-1 basis-48">{content}</div>
            <span className="flex">
              {([-1, 1] as const).map((by) => (
                <Button
                  key={by}
                  variant="quiet"
                  size="small"
                  icon
                  data-move={`${id} ${by}`}
                  aria-label={formatMessage(locale, by < 0 ? words.up : words.down, { name })}
                  // not `disabled`: the focus would be lost at either end
                  className="aria-disabled:border-transparent aria-disabled:bg-transparent aria-disabled:opacity-35"
                  aria-disabled={by < 0 ? index === 0 : index === all.length - 1}
                  onClick={() => move(id, by)}
                >
                  <Icon name={by < 0 ? "chevron-up" : "chevron-down"} />
                </Button>
              ))}
              {listId && (
                <Button
                  variant="quiet"
                  size="small"
                  icon
                  aria-label={formatMessage(locale, words.takeOutOf, { name })}
                  title={words.takeOut}
                  onClick={() => void takeOut(id)}
                >
                  <Icon name="close" size={14} />
                </Button>
              )}
            </span>
          </li>
        ))}
      </ol>
      <p className="sr-only" role="status">
        {moved && formatMessage(locale, words.moved, { position: moved.position, total: all.length })}
      </p>
    </>
  );
}
