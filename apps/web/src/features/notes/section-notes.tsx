"use client";
import "./section-notes.css";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { Icon } from "@tidao/ui/icon";
import { showProblem } from "@tidao/ui/toast";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { loadedOnPress } from "../../loaded-on-press";
import { sectionsOfPage } from "../lesson/sections-of-page";

// a page for reading ships next to no script: the editor and the API client come with the first press
const SectionNoteDialog = loadedOnPress(() => import("./section-note-dialog"));

interface SectionNotesProps {
  /** Of the element that holds the lesson's text. */
  textId: string;
  topicSlug: string;
  /** Sections on which the learner has a note. */
  noted: readonly string[];
  words: {
    note: Messages["notes"]["note"];
    tools: Pick<Messages["notes"]["tools"], "note" | "yourNote" | "notChanged">;
    about: string;
    close: string;
  };
  locale: Locale;
}

/** A note for each section of a lesson, behind a small button under its heading. */
export function SectionNotes({ textId, topicSlug, noted, words, locale }: SectionNotesProps) {
  const [hosts, setHosts] = useState<{ id: string; text: string; host: HTMLElement }[]>([]);
  const [open, setOpen] = useState<string | null>(null);
  const [has, setHas] = useState(() => new Set(noted));
  useEffect(() => {
    const text = document.getElementById(textId);
    const found = sectionsOfPage().flatMap((section) => {
      const heading = text?.querySelector(`h2[id="${section.id}"]`);
      if (!heading) return [];
      const host = document.createElement("div");
      host.className = "section-note print-hidden";
      heading.after(host);
      return [{ ...section, host }];
    });
    const frame = requestAnimationFrame(() => setHosts(found));
    return () => {
      cancelAnimationFrame(frame);
      for (const { host } of found) host.remove();
    };
  }, [textId]);
  const titleOf = (text: string) => formatMessage(locale, words.note.section, { section: text });
  const opened = hosts.find(({ id }) => id === open);
  return (
    <>
      {hosts.map(({ id, text, host }) =>
        createPortal(
          <Button
            variant="quiet"
            size="small"
            aria-label={formatMessage(locale, words.about, {
              word: has.has(id) ? words.tools.yourNote : words.tools.note,
              what: text,
            })}
            onClick={() => setOpen(id)}
          >
            <Icon name="edit" size={13} />
            {has.has(id) ? words.tools.yourNote : words.tools.note}
          </Button>,
          host,
          id,
        ),
      )}
      {opened && (
        <SectionNoteDialog
          onUnreachable={() => {
            setOpen(null);
            showProblem(words.tools.notChanged);
          }}
          key={opened.id}
          title={titleOf(opened.text)}
          place={{ questionId: null, topicSlug, anchor: opened.id }}
          expected={has.has(opened.id)}
          words={words}
          locale={locale}
          onChange={(exists) =>
            setHas((before) => {
              const after = new Set(before);
              if (exists) after.add(opened.id);
              else after.delete(opened.id);
              return after;
            })
          }
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
