"use client";
import type { Messages } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { Checkbox } from "@tidao/ui/checkbox";
import { Dialog } from "@tidao/ui/dialog";
import { TextField } from "@tidao/ui/text-field";
import { type SubmitEvent, useState } from "react";
import { api } from "../../api";
import { newKey } from "../../new-key";
import { problemText } from "../../problem-text";
import type { Marks } from "./question-tools";

interface ListDialogProps {
  questionId: string;
  lists: Marks["lists"];
  words: Messages["notes"]["lists"] & { cancel: string };
  locale: Locale;
  offline: string;
  onChange: (lists: Marks["lists"]) => void;
  onClose: () => void;
}

/** Which lists hold a question; a tick is kept at once and taken back when the server does not take it. */
export default function ListDialog({ questionId, lists, words, locale, offline, onChange, onClose }: ListDialogProps) {
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const keep = async (listId: string, kept: boolean) => {
    const change = (holds: boolean) => onChange(lists.map((list) => (list.id === listId ? { ...list, holds } : list)));
    change(kept);
    setProblem(null);
    try {
      await api.bookmarks.keepInList.mutate({ listId, questionId, kept });
    } catch (error) {
      change(!kept);
      setProblem(problemText(error, { locale, offline }));
    }
  };
  const create = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    // the same id until it worked: pressing again makes no second list
    const listId = made ?? newKey();
    setMade(listId);
    try {
      const list = await api.bookmarks.createList.mutate({ listId, name });
      await api.bookmarks.keepInList.mutate({ listId, questionId, kept: true });
      onChange([...lists, { id: listId, name: list.name, holds: true }]);
      setName("");
      setMade(null);
    } catch (error) {
      setProblem(problemText(error, { locale, offline }));
    }
    setBusy(false);
  };
  return (
    <Dialog open onClose={onClose} title={words.title}>
      <div className="mt-2 grid gap-4">
        {lists.length > 0 ? (
          <fieldset className="grid max-h-72 overflow-y-auto">
            <legend className="text-sm text-muted">{words.choose}</legend>
            {lists.map((list) => (
              <Checkbox
                key={list.id}
                label={<span className="wrap-anywhere">{list.name}</span>}
                checked={list.holds}
                onChange={(event) => void keep(list.id, event.target.checked)}
              />
            ))}
          </fieldset>
        ) : (
          <p className="text-muted">{words.none}</p>
        )}
        <form onSubmit={(event) => void create(event)} className="flex flex-wrap items-end gap-3">
          <div className="min-w-[min(12rem,100%)] flex-1">
            <TextField
              label={words.name}
              value={name}
              required
              pattern=".*\S.*"
              maxLength={120}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          </div>
          <Button type="submit" busy={busy}>
            {words.createAdd}
          </Button>
        </form>
        <p role="alert" className={problem ? "text-sm text-wrong" : "sr-only"}>
          {problem}
        </p>
        <div>
          <Button variant="primary" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
