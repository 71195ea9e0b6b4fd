"use client";
import { formatInstant } from "@tidao/i18n/format";
import { formatMessage } from "@tidao/i18n/icu";
import { Button } from "@tidao/ui/button";
import { Dialog } from "@tidao/ui/dialog";
import { diffSpecs } from "../diff/diff-specs";
import { SpecDiff } from "../diff/spec-diff";
import { useEditor } from "./editor-context";
import type { Draft } from "./use-draft";

/** Somebody saved in between: both texts are here, and the editor decides which one goes on. */
export function ConflictDialog({ draft: { theirs, settle }, zone }: { draft: Draft; zone: string }) {
  const { store, words, locale } = useEditor();
  const texts = words.editor.conflict;
  // whoever discarded or published leaves no draft with a name
  const newest = theirs?.draft ? theirs.versions[0] : undefined;
  const mine = store.get();
  const differences = theirs ? diffSpecs(theirs.spec, mine) : [];
  return (
    <Dialog open={theirs !== null} onClose={settle.later} title={texts.title} lead={texts.body}>
      <div className="mt-4 grid gap-4">
        {newest?.author && (
          <p className="text-muted">
            {formatMessage(locale, texts.by, {
              name: newest.author,
              time: formatInstant(locale, newest.updatedAt, zone),
            })}
          </p>
        )}
        {theirs && differences.length > 0 ? (
          <div className="max-h-[50dvh] overflow-y-auto">
            <SpecDiff differences={differences} before={theirs.spec} after={mine} words={words} locale={locale} />
          </div>
        ) : (
          <p>{texts.same}</p>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={settle.later}>{texts.later}</Button>
          <Button onClick={settle.theirs}>{texts.theirs}</Button>
          <Button variant="primary" onClick={settle.mine}>
            {texts.mine}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
