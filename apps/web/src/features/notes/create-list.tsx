"use client";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { Icon } from "@tidao/ui/icon";
import { showToast } from "@tidao/ui/toast";
import { useRef, useState } from "react";
import { api } from "../../api";
import { newKey } from "../../new-key";
import { NameDialog } from "../teach/name-dialog";
import { useCall } from "../teach/use-call";

interface CreateListProps {
  words: Messages["notes"]["lists"] & { cancel: string };
  locale: Locale;
  offline: string;
}

/** Asks for a name and makes a list of it. */
export function CreateList({ words, locale, offline }: CreateListProps) {
  const [open, setOpen] = useState(false);
  const { busy, problem, run, clear } = useCall({ locale, offline });
  /** The same until it worked: pressing again makes no second list. */
  const id = useRef("");
  const close = () => {
    setOpen(false);
    clear();
  };
  return (
    <div>
      <Button size="small" onClick={() => setOpen(true)}>
        <Icon name="plus" size={14} />
        {words.new}
      </Button>
      <NameDialog
        open={open}
        onClose={close}
        title={words.new}
        label={words.name}
        maxLength={120}
        submit={words.create}
        submitting={words.create}
        cancel={words.cancel}
        busy={busy}
        problem={problem}
        onSubmit={(name) => {
          id.current ||= newKey();
          void run(
            () => api.bookmarks.createList.mutate({ listId: id.current, name }),
            () => {
              id.current = "";
              close();
              showToast(formatMessage(locale, words.created, { name }));
            },
          );
        }}
      />
    </div>
  );
}
