import { pageWords } from "../../../page-words";
import { SaveStatus } from "./save-status";
import { SetItems } from "./set-items";
import { SetTotals } from "./set-totals";

/** The set itself: how much it asks for, whether it is stored, its questions in their order. */
export function SetPanel({ previewHref }: { previewHref: string }) {
  const { locale, words } = pageWords();
  const { set, questions, points } = words.teach;
  const { notice, actions, state } = words.app;
  return (
    <div className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-xl">{set.inSet}</h2>
        <p>
          <SetTotals words={{ total: set.total, questions, points }} locale={locale} />
        </p>
        <SaveStatus words={set} notice={notice} locale={locale} offline={state.offline} />
      </div>
      <SetItems words={set} kinds={words.questionKinds} undo={actions.undo} locale={locale} previewHref={previewHref} />
    </div>
  );
}
