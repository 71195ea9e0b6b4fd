"use client";
import "./editor-bar.css";
import { formatInstant } from "@tidao/i18n/format";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { Notice } from "@tidao/ui/notice";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";
import { ConflictDialog } from "./conflict-dialog";
import { DiscardQuestionDialog } from "./discard-question-dialog";
import { createDraftStore } from "./draft-store";
import { EditorBar } from "./editor-bar";
import { editorProblem } from "./editor-problem";
import { EditorProvider, type EditorWords, type Question } from "./editor-context";
import { focusPlace } from "./focus-place";
import { type Pane, PaneSwitch } from "./pane-switch";
import { PreviewPane } from "./preview/preview-pane";
import { createProblemStore } from "./problem-store";
import { ProblemStrip } from "./problem-strip";
import { PublishDialog } from "./publish-dialog";
import { QuestionForm } from "./question-form";
import type { Path, Spec } from "./spec-path";
import { useDraft } from "./use-draft";
import { type Preview, usePreview } from "./use-preview";
import { useUnsaved } from "./use-unsaved";

export interface QuestionEditorProps {
  question: Question;
  /** The text of a version that was asked for, to go on from. */
  loaded: { number: number; spec: Spec } | null;
  preview: Preview;
  kindName: string;
  words: EditorWords;
  locale: Locale;
  zone: string;
  userId: string;
  mayPublish: boolean;
  historyHref: string;
  listHref: string;
}

/** Two columns of text and the learner's view of it; what is wrong stands on top. */
export function QuestionEditor(props: QuestionEditorProps) {
  const { question, loaded, preview: start, words, locale, zone, userId } = props;
  const [store] = useState(() => createDraftStore(loaded?.spec ?? question.spec));
  const [problems] = useState(() => createProblemStore(start.problems));
  const draft = useDraft(question, store, words, locale);
  const { state, showVariant } = usePreview(store, problems, question.topic.slug, start);
  // after the preview, which then hears of a text that is found again
  const unsaved = useUnsaved({ userId, questionId: question.id, store, draft, holdCopy: loaded !== null });
  const [pane, setPane] = useState<Pane>(locale);
  const [publishing, setPublishing] = useState(false);
  const [discarding, setDiscarding] = useState(false);
  const epoch = useSyncExternalStore(store.subscribe, store.epoch, store.epoch);
  const editor = useMemo(
    () => ({ store, problems, words, locale, references: question.references, variants: question.variants }),
    [store, problems, words, locale, question.references, question.variants],
  );

  const isSettled = loaded !== null && !draft.isDirty;
  useEffect(() => {
    // saved: opening the page again must not bring the old version back
    if (isSettled) history.replaceState(null, "", location.pathname);
  }, [isSettled]);

  const save = useRef(draft.save);
  useEffect(() => {
    save.current = draft.save;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      void save.current();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  const show = (path: Path) => {
    const language = path.at(-1);
    // the field must be there before the cursor can be put into it
    flushSync(() => setPane(language === "zh" || language === "en" ? language : pane === "preview" ? locale : pane));
    focusPlace(path);
  };
  const texts = words.editor;
  return (
    <EditorProvider value={editor}>
      <div className="group/editor grid gap-4" data-pane={pane}>
        <div className="editor-bar -mx-4 grid gap-2 border-b border-line bg-paper px-4 py-2">
          <EditorBar
            draft={draft}
            preview={state}
            mayPublish={props.mayPublish}
            historyHref={props.historyHref}
            onPublish={() => setPublishing(true)}
            onDiscardQuestion={() => setDiscarding(true)}
          />
          <PaneSwitch pane={pane} onChange={setPane} />
        </div>
        {draft.error && !publishing && (
          <Notice kind="error" word={words.notice.error} live>
            <p>{draft.error.text}</p>
            {draft.error.signedOut && (
              <p>
                <a className="link" href={`/${locale}/sign-in`} target="_blank" rel="noreferrer">
                  {texts.signIn}
                </a>
              </p>
            )}
          </Notice>
        )}
        {unsaved.restored && draft.isDirty && (
          <Notice
            kind="info"
            word={words.notice.info}
            title={texts.restoredCopy.title}
            live
            action={
              <button
                type="button"
                className="button button-secondary button-small"
                onClick={() => {
                  store.replace(draft.saved);
                  unsaved.forget();
                }}
              >
                {texts.restoredCopy.drop}
              </button>
            }
          >
            <p>
              {formatMessage(locale, texts.restoredCopy.body, {
                time: formatInstant(locale, unsaved.restored.at, zone),
              })}
            </p>
          </Notice>
        )}
        {loaded && draft.isDirty && (
          <Notice kind="info" word={words.notice.info}>
            <p>{formatMessage(locale, texts.loadedVersion, { version: loaded.number })}</p>
          </Notice>
        )}
        {unsaved.held && (
          <Notice
            kind="warning"
            word={words.notice.warning}
            title={texts.heldCopy.title}
            live
            action={
              <button type="button" className="button button-secondary button-small" onClick={unsaved.takeHeld}>
                {texts.heldCopy.take}
              </button>
            }
          >
            <p>{formatMessage(locale, texts.heldCopy.body, { time: formatInstant(locale, unsaved.held.at, zone) })}</p>
          </Notice>
        )}
        <ProblemStrip
          onShow={show}
          checking={state.checking}
          unchecked={state.failed && editorProblem(state.failed, texts.state, locale).text}
        />
        <div className="grid items-start gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,2fr)_minmax(24rem,1fr)]">
          <div className="min-w-0 max-xl:group-data-[pane=preview]/editor:hidden">
            <QuestionForm key={epoch} kind={question.kind} kindName={props.kindName} />
          </div>
          <aside
            aria-label={texts.preview}
            className="min-w-0 max-xl:group-[&:not([data-pane=preview])]/editor:hidden xl:sticky xl:top-24 xl:max-h-[calc(100dvh-7rem)] xl:min-h-[calc(100dvh-7rem)] xl:overflow-y-auto xl:border-l xl:border-line xl:pl-8"
          >
            <PreviewPane state={state} topicSlug={question.topic.slug} onVariant={showVariant} />
          </aside>
        </div>
        <PublishDialog open={publishing} onClose={() => setPublishing(false)} draft={draft} />
        <DiscardQuestionDialog
          open={discarding}
          onClose={() => setDiscarding(false)}
          draft={draft}
          questionId={question.id}
          listHref={props.listHref}
        />
        <ConflictDialog draft={draft} zone={zone} />
      </div>
    </EditorProvider>
  );
}
