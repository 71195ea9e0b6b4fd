"use client";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { Icon, type IconName } from "@tidao/ui/icon";
import { Kbd } from "@tidao/ui/kbd";
import { Toolbar } from "@tidao/ui/toolbar";
import { type Ref, useEffect, useRef, useState } from "react";
import { api } from "../../api";
import type { ApiData } from "../../api-data";
import { loadedOnPress } from "../../loaded-on-press";
import { problemText } from "../../problem-text";
import { useBookmark } from "./use-bookmark";
import { useToolKeys } from "./use-tool-keys";

// what opens on a press is loaded on that press
const NoteBox = loadedOnPress(() => import("./note-box"));
const ListDialog = loadedOnPress(() => import("./list-dialog"));
const ReportDialog = loadedOnPress(() => import("./report-dialog"));

export type Marks = ApiData["bookmarks"]["getMarks"];
export interface ToolWords {
  tools: Messages["notes"]["tools"];
  note: Messages["notes"]["note"];
  lists: Messages["notes"]["lists"] & { cancel: string };
  report: Messages["notes"]["report"] & { cancel: string };
}
interface QuestionToolsProps {
  question: { questionId: string; versionId: string; seed: number };
  submissionId: string;
  words: ToolWords;
  locale: Locale;
  offline: string;
}
const nothing: Marks = { bookmarked: false, note: null, lists: [] };

/** Under a verdict: bookmark, note, lists, report; each with its key. */
export function QuestionTools({ question, submissionId, words, locale, offline }: QuestionToolsProps) {
  const { questionId } = question;
  const [marks, setMarks] = useState<Marks | null>(null);
  const [open, setOpen] = useState<"note" | "list" | "report" | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const noteButton = useRef<HTMLButtonElement>(null);
  const say = (error: unknown) => setProblem(problemText(error, { locale, offline: words.tools.notChanged }));
  const { bookmarked, toggle } = useBookmark(questionId, marks?.bookmarked ?? false, say);

  useEffect(() => {
    let gone = false;
    const load = api.bookmarks.getMarks.query({ questionId });
    // without an answer the tools still work; they only do not know yet what is there
    load.then(
      (found) => !gone && setMarks(found),
      () => !gone && setMarks((before) => before ?? nothing),
    );
    return () => {
      gone = true;
    };
  }, [questionId]);

  const press = (key: string) => {
    setProblem(null);
    if (key === "b") toggle();
    else if (key === "n") setOpen((now) => (now === "note" ? null : "note"));
    else if (key === "l") setOpen("list");
    else if (key === "r" || key === "!") setOpen("report");
    else return false;
    return true;
  };
  useToolKeys(press);
  const unreachable = () => {
    setOpen(null);
    setProblem(words.tools.notChanged);
  };
  // a dialog tells a moment after it has closed, when the next one may be open
  const closed = (what: "list" | "report") => setOpen((now) => (now === what ? null : now));

  const { lists, note } = marks ?? nothing;
  const holding = lists.filter(({ holds }) => holds).length;
  const texts = words.tools;
  return (
    <div className="grid gap-3">
      <Toolbar label={texts.label} className="-ms-2.5 gap-x-1! gap-y-0!">
        <Tool icon="bookmark" name="b" pressed={bookmarked} onPress={press}>
          {bookmarked ? texts.bookmarked : texts.bookmark}
        </Tool>
        <Tool icon="edit" name="n" expanded={open === "note"} onPress={press} buttonRef={noteButton}>
          {note?.body ? texts.yourNote : texts.note}
        </Tool>
        <Tool icon="list" name="l" onPress={press}>
          {holding > 0 ? formatMessage(locale, texts.inLists, { count: holding }) : texts.list}
        </Tool>
        <Tool icon="flag" name="r" onPress={press}>
          {texts.report}
        </Tool>
      </Toolbar>
      <p role="alert" className={problem ? "text-sm text-wrong" : "sr-only"}>
        {problem}
      </p>
      {open === "note" && marks && (
        <NoteBox
          onUnreachable={unreachable}
          title={words.note.question}
          place={{ questionId, topicSlug: null, anchor: null }}
          note={note}
          words={words.note}
          locale={locale}
          editing={!note?.body}
          onChange={(changed) => setMarks((now) => ({ ...(now ?? nothing), note: changed }))}
          onClose={() => {
            setOpen(null);
            noteButton.current?.focus();
          }}
        />
      )}
      {open === "list" && (
        <ListDialog
          onUnreachable={unreachable}
          questionId={questionId}
          lists={lists}
          words={words.lists}
          locale={locale}
          offline={texts.notChanged}
          onChange={(changed) => setMarks((now) => ({ ...(now ?? nothing), lists: changed }))}
          onClose={() => closed("list")}
        />
      )}
      {open === "report" && (
        <ReportDialog
          onUnreachable={unreachable}
          question={question}
          submissionId={submissionId}
          words={words.report}
          locale={locale}
          offline={offline}
          onClose={() => closed("report")}
        />
      )}
    </div>
  );
}

interface ToolProps {
  icon: IconName;
  name: string;
  pressed?: boolean;
  expanded?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
  onPress: (key: string) => void;
  children: string;
}
function Tool({ icon, name, pressed, expanded, buttonRef, onPress, children }: ToolProps) {
  return (
    <Button
      ref={buttonRef}
      variant="quiet"
      size="small"
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-keyshortcuts={name}
      onClick={() => onPress(name)}
    >
      <Icon name={icon} size={14} className={pressed ? "fill-current" : undefined} />
      {children}
      <Kbd>{name}</Kbd>
    </Button>
  );
}
