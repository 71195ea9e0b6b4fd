"use client";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { showProblem, showToast } from "@tidao/ui/toast";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "../../api";
import { problemText } from "../../problem-text";
import { NameDialog } from "../teach/name-dialog";
import { useCall } from "../teach/use-call";

interface ListButtonsProps {
  listId: string;
  name: string;
  /** The page of all lists. */
  all: string;
  words: Messages["notes"]["lists"] & { cancel: string };
  locale: Locale;
  offline: string;
}

/** Renames a list, or removes it with a way back. */
export function ListButtons({ listId, name, all, words, locale, offline }: ListButtonsProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { busy, problem, run, clear } = useCall({ locale, offline });
  const close = () => {
    setOpen(false);
    clear();
  };
  const remove = async () => {
    try {
      await api.bookmarks.deleteList.mutate({ listId });
    } catch (error) {
      return showProblem(problemText(error, { locale, offline }));
    }
    const back = async () => {
      try {
        await api.bookmarks.restoreList.mutate({ listId });
        router.refresh();
      } catch (error) {
        showProblem(problemText(error, { locale, offline }));
      }
    };
    showToast(formatMessage(locale, words.removed, { name }), { label: words.undo, run: () => void back() });
    router.push(all);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.rename}</Button>
      <Button onClick={() => void remove()}>{words.remove}</Button>
      <NameDialog
        open={open}
        onClose={close}
        title={words.rename}
        label={words.name}
        initial={name}
        maxLength={120}
        submit={words.save}
        submitting={words.save}
        cancel={words.cancel}
        busy={busy}
        problem={problem}
        onSubmit={(changed) => void run(() => api.bookmarks.updateList.mutate({ listId, name: changed }), close)}
      />
    </>
  );
}
