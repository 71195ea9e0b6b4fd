"use client";
import { Button } from "@tidao/ui/button";
import { Icon } from "@tidao/ui/icon";
import { showToast } from "@tidao/ui/toast";
import { type ReactNode, useId } from "react";
import { useAt, useEditor, useSay } from "../editor-context";
import { findField } from "../focus-place";
import { type Json, listAt, type Path, pathKey, textAt } from "../spec-path";
import { FieldProblems } from "./field-problems";

interface PartListProps {
  path: Path;
  /** A new part; the ids of those there are given. Without it nothing can be added here. */
  make?: (ids: string[]) => Json;
  most?: number;
  /** Stands in the head of a part, before its buttons. */
  renderHead?: (path: Path, index: number) => ReactNode;
  /** After a part was taken out: what else has to go with it. */
  onRemove?: (item: Json) => void;
  /** A list that may be missing is taken away with its last part. */
  optional?: boolean;
  hint?: string;
  /** The heading is read out but not shown where another one says it already. */
  quiet?: boolean;
  children: (path: Path, index: number) => ReactNode;
}

/** Ids are keys, so that what is moved keeps its fields; where ids are missing or twice, the place makes up for it. */
function keysOf(items: readonly Json[]): string[] {
  const seen = new Map<string, number>();
  return items.map((item, place) => {
    const id = textAt(item, ["id"]) || `at ${place}`;
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return times === 1 ? id : `${id} again ${times}`;
  });
}
const afterRender = (act: () => void) => requestAnimationFrame(() => requestAnimationFrame(act));

/** Parts of a question: add, take out (with a way back), move. */
export function PartList({
  path,
  make,
  most = 99,
  renderHead,
  onRemove,
  optional,
  hint,
  quiet,
  children,
}: PartListProps) {
  const { store, words } = useEditor();
  const { say, place } = useSay();
  const id = useId();
  const raw = useAt(path);
  const items = Array.isArray(raw) ? raw : [];
  const keys = keysOf(items);
  const fields: Record<string, string> = words.fields;

  const add = () => {
    if (!make) return;
    const next = [...path, items.length];
    store.set(path, [...items, make(items.map((item) => textAt(item, ["id"])))]);
    afterRender(() => findField(document, next)?.focus());
  };
  const remove = (index: number, item: Json) => {
    const name = place([...path, index]);
    const before = store.get();
    if (optional && items.length === 1) store.set(path, undefined);
    else store.remove(path, index);
    onRemove?.(item);
    const after = store.get();
    const [root = ""] = path;
    showToast(say(words.editor.removed, { what: name }), {
      label: words.actions.undo,
      run: () => {
        // what went with the part comes back with it, unless something was written since
        if (store.get() === after) store.set([root], before[root]);
        else store.insert(path, Math.min(index, listAt(store.get(), path).length), item);
      },
    });
    afterRender(() => document.getElementById(`${id}-add`)?.focus());
  };
  const move = (index: number, step: 1 | -1) => {
    store.move(path, index, index + step);
    const button = `${id}-${keys[index]}-${step > 0 ? "down" : "up"}`;
    afterRender(() => document.getElementById(button)?.focus());
  };
  return (
    <section className="grid gap-3" aria-labelledby={`${id}-title`}>
      <div>
        <h3 id={`${id}-title`} className={quiet ? "sr-only" : "field-label"}>
          {fields[String(path.at(-1))]}
        </h3>
        {hint && <p className="field-hint">{hint}</p>}
        <FieldProblems path={path} />
      </div>
      {items.map((item, index) => {
        const at = [...path, index];
        const name = place(at);
        const key = keys[index] ?? "";
        return (
          <fieldset key={key} className="grid gap-3 rounded-lg border border-line bg-raised p-3">
            <legend className="sr-only">{name}</legend>
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <span aria-hidden className="font-semibold">
                {name}
              </span>
              {renderHead?.(at, index)}
              <span className="ml-auto flex">
                <MoveButton
                  id={`${id}-${key}-up`}
                  icon="chevron-up"
                  label={say(words.editor.up, { what: name })}
                  off={index === 0}
                  onPress={() => move(index, -1)}
                />
                <MoveButton
                  id={`${id}-${key}-down`}
                  icon="chevron-down"
                  label={say(words.editor.down, { what: name })}
                  off={index === items.length - 1}
                  onPress={() => move(index, 1)}
                />
                <Button
                  icon
                  size="small"
                  variant="quiet"
                  aria-label={say(words.editor.remove, { what: name })}
                  onClick={() => remove(index, item)}
                >
                  <Icon name="trash" />
                </Button>
              </span>
            </div>
            {children(at, index)}
            <FieldProblems path={at} />
          </fieldset>
        );
      })}
      {make && items.length < most && (
        <div>
          <Button
            id={`${id}-add`}
            size="small"
            onClick={add}
            data-path={items.length === 0 ? pathKey(path) : undefined}
          >
            <Icon name="plus" />
            {words.editor.add}
          </Button>
        </div>
      )}
    </section>
  );
}

interface MoveButtonProps {
  id: string;
  icon: "chevron-up" | "chevron-down";
  label: string;
  off: boolean;
  onPress: () => void;
}
const MoveButton = ({ id, icon, label, off, onPress }: MoveButtonProps) => (
  <Button
    id={id}
    icon
    size="small"
    variant="quiet"
    aria-label={label}
    aria-disabled={off || undefined}
    className={off ? "bg-transparent! opacity-35" : undefined}
    onClick={off ? undefined : onPress}
  >
    <Icon name={icon} />
  </Button>
);
