"use client";
import { Button } from "@tidao/ui/button";
import { showToast } from "@tidao/ui/toast";
import { useState } from "react";
import { api } from "../../api";
import { NameDialog } from "./name-dialog";
import { ProblemLine } from "./problem-line";
import { type Failure, useCall } from "./use-call";

/** A class, a set or an assignment: what can be renamed and put away. */
export interface Kept {
  what: "class" | "set" | "assignment";
  id: string;
}
interface KeepingProps {
  kept: Kept;
  actions: { save: string; cancel: string; undo: string };
  failure: Failure;
}

function update({ what, id }: Kept, change: { name?: string; archived?: boolean }): Promise<unknown> {
  const { name, archived } = change;
  if (what === "class") return api.teach.updateClass.mutate({ classId: id, name, archived });
  if (what === "set") return api.sets.updateSet.mutate({ setId: id, title: name, archived });
  return api.teach.updateAssignment.mutate({ assignmentId: id, title: name, archived });
}

export function RenameButton({
  kept,
  name,
  words,
  actions,
  failure,
}: KeepingProps & { name: string; words: { rename: string; renamed?: string; name: string; saving: string } }) {
  const { busy, problem, run, clear } = useCall(failure);
  const [open, setOpen] = useState(false);
  const rename = (wanted: string) =>
    run(
      () => update(kept, { name: wanted }),
      () => {
        setOpen(false);
        if (words.renamed) showToast(words.renamed);
      },
    );
  return (
    <>
      <Button
        variant="quiet"
        onClick={() => {
          clear();
          setOpen(true);
        }}
      >
        {words.rename}
      </Button>
      <NameDialog
        open={open}
        onClose={() => setOpen(false)}
        title={words.rename}
        label={words.name}
        initial={name}
        maxLength={kept.what === "class" ? 120 : 160}
        submit={actions.save}
        submitting={words.saving}
        cancel={actions.cancel}
        busy={busy}
        problem={problem}
        onSubmit={(wanted) => void rename(wanted)}
      />
    </>
  );
}

export interface ArchiveProps extends KeepingProps {
  words: { archive: string; archived: string; restore: string; restored: string };
}

/** Puts away at once; the toast takes it back. */
export function ArchiveButton({ kept, words, actions, failure }: ArchiveProps) {
  const { busy, problem, run } = useCall(failure);
  const restore = () =>
    run(
      () => update(kept, { archived: false }),
      () => showToast(words.restored),
    );
  const undo = { label: actions.undo, run: () => void restore() };
  const archive = () =>
    run(
      () => update(kept, { archived: true }),
      () => showToast(words.archived, undo),
    );
  return (
    <>
      <Button variant="quiet" busy={busy} onClick={() => void archive()}>
        {words.archive}
      </Button>
      <ProblemLine text={problem} />
    </>
  );
}

export function RestoreButton({ kept, words, failure }: Omit<ArchiveProps, "actions">) {
  const { busy, problem, run } = useCall(failure);
  const restore = () =>
    run(
      () => update(kept, { archived: false }),
      () => showToast(words.restored),
    );
  return (
    <>
      <Button size="small" busy={busy} onClick={() => void restore()}>
        {words.restore}
      </Button>
      <ProblemLine text={problem} />
    </>
  );
}
