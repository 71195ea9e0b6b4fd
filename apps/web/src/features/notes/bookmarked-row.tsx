"use client";
import type { Messages } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { Icon } from "@tidao/ui/icon";
import { showProblem, showToast } from "@tidao/ui/toast";
import { type ReactNode, useState } from "react";
import { api } from "../../api";
import { problemText } from "../../problem-text";

interface BookmarkedRowProps {
  questionId: string;
  words: Messages["notes"]["bookmarks"];
  locale: Locale;
  notChanged: string;
  children: ReactNode;
}

/** Goes at the press, and comes back with "undo" or when the server does not take it. */
export function BookmarkedRow({ questionId, words, locale, notChanged, children }: BookmarkedRowProps) {
  const [gone, setGone] = useState(false);
  const set = async (bookmarked: boolean) => {
    setGone(!bookmarked);
    try {
      await api.bookmarks.setBookmark.mutate({ questionId, bookmarked });
      if (!bookmarked) showToast(words.removed, { label: words.undo, run: () => void set(true) });
    } catch (error) {
      setGone(bookmarked);
      showProblem(problemText(error, { locale, offline: notChanged }));
    }
  };
  return (
    <li className="flex items-start justify-between gap-3 py-3" hidden={gone}>
      {children}
      <Button
        variant="quiet"
        size="small"
        icon
        aria-label={words.remove}
        title={words.remove}
        onClick={() => void set(false)}
      >
        <Icon name="close" size={14} />
      </Button>
    </li>
  );
}
