"use client";
import { Button } from "@tidao/ui/button";
import { Icon } from "@tidao/ui/icon";
import { type ReactNode, useId, useState } from "react";
import { useAt, useEditor, useSay } from "../editor-context";
import { freshId, type Json, type Path, pathKey, readAt } from "../spec-path";
import { FieldProblems } from "./field-problems";

interface NamedRowsProps {
  path: Path;
  /** What the name of a new row begins with. */
  prefix: string;
  make: () => Json;
  children: (path: Path) => ReactNode;
}
const entriesOf = (value: Json | undefined): [string, Json][] =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];

/** Values by name, in the order in which they were written as long as the page is open (the database keeps none). */
export function NamedRows({ path, prefix, make, children }: NamedRowsProps) {
  const { store, words } = useEditor();
  const { say, place } = useSay();
  const id = useId();
  const entries = entriesOf(useAt(path));
  const names = entries.map(([name]) => name);
  const [order, setOrder] = useState(names);
  const shown = [...order.filter((name) => names.includes(name)), ...names.filter((name) => !order.includes(name))];

  const write = (rows: readonly [string, Json][]) => store.set(path, Object.fromEntries(rows));
  const rename = (from: string, to: string) => {
    setOrder(shown.map((name) => (name === from ? to : name)));
    write(entriesOf(readAt(store.get(), path)).map(([name, value]) => [name === from ? to : name, value]));
  };
  const fields: Record<string, string> = words.fields;
  return (
    <section className="grid gap-3" aria-labelledby={id}>
      <div>
        <h3 id={id} className="field-label">
          {fields[String(path.at(-1))]}
        </h3>
        <FieldProblems path={path} />
      </div>
      {shown.map((name) => {
        const at = [...path, name];
        return (
          <div
            key={name}
            className="grid items-start gap-3 rounded-lg border border-line bg-raised p-3 sm:grid-cols-[10rem_1fr_auto]"
          >
            <NameField name={name} taken={names} onRename={(to) => rename(name, to)} />
            <div className="min-w-0">
              {children(at)}
              <FieldProblems path={at} />
            </div>
            <Button
              icon
              size="small"
              variant="quiet"
              aria-label={say(words.editor.remove, { what: place(at) })}
              onClick={() => write(entries.filter(([other]) => other !== name))}
            >
              <Icon name="trash" />
            </Button>
          </div>
        );
      })}
      <div>
        <Button
          size="small"
          data-path={names.length === 0 ? pathKey(path) : undefined}
          onClick={() => write([...entries, [freshId(names, prefix), make()]])}
        >
          <Icon name="plus" />
          {words.editor.add}
        </Button>
      </div>
    </section>
  );
}

/** Renames when it is left: while it is typed, a name may be empty or another's. */
function NameField({
  name,
  taken,
  onRename,
}: {
  name: string;
  taken: readonly string[];
  onRename: (to: string) => void;
}) {
  const { words } = useEditor();
  const [text, setText] = useState(name);
  const commit = () => {
    const wanted = text.trim();
    if (wanted === name) return;
    if (wanted === "" || taken.includes(wanted)) setText(name);
    else onRename(wanted);
  };
  return (
    <label className="field">
      <span className="field-label">{words.fields.name}</span>
      <input
        className="input font-mono text-sm!"
        value={text}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === "Enter" && commit()}
      />
    </label>
  );
}
