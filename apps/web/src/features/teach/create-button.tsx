"use client";
import { Button } from "@tidao/ui/button";
import { Icon } from "@tidao/ui/icon";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { api } from "../../api";
import { newKey } from "../../new-key";
import { NameDialog } from "./name-dialog";
import { type Failure, useCall } from "./use-call";

interface CreateButtonProps {
  what: "class" | "set";
  words: { create: string; creating: string; name: string; nameHint: string };
  actions: { create: string; cancel: string };
  failure: Failure;
}

const maxLengths = { class: 120, set: 160 };

/** Asks for a name, makes the thing, goes to it. */
export function CreateButton({ what, words, actions, failure }: CreateButtonProps) {
  const router = useRouter();
  const { busy, problem, run, clear } = useCall(failure);
  const [left, setLeft] = useState(false);
  const id = useRef<string | undefined>(undefined);
  const [open, setOpen] = useState(false);
  const create = (name: string) =>
    run(
      async () => {
        if (what === "class") return `classes/${(await api.teach.createClass.mutate({ id: id.current, name })).id}`;
        return `sets/${(await api.sets.createSet.mutate({ id: id.current, title: name })).id}`;
      },
      (path) => {
        setLeft(true);
        router.push(`/${failure.locale}/teach/${path}`);
      },
    );
  return (
    <>
      <Button
        variant="primary"
        onClick={() => {
          clear();
          id.current = newKey();
          setOpen(true);
        }}
      >
        <Icon name="plus" />
        {words.create}
      </Button>
      <NameDialog
        open={open}
        onClose={() => setOpen(false)}
        title={words.create}
        label={words.name}
        hint={words.nameHint}
        maxLength={maxLengths[what]}
        submit={actions.create}
        submitting={words.creating}
        cancel={actions.cancel}
        busy={busy || left}
        problem={problem}
        onSubmit={(name) => void create(name)}
      />
    </>
  );
}
