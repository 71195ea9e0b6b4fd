"use client";
import { Icon } from "@tidao/ui/icon";
import { type KeyboardEvent, useId, useState } from "react";
import { useAt, useEditor, useSay } from "../editor-context";
import { pathKey } from "../spec-path";
import { FieldProblems, usePlace } from "./field-problems";

const path = ["sources"];
const mostShown = 8;

/** What the question rests on: found by any word of the reference, taken away by a press. */
export function SourcePicker() {
  const { store, words, references, problems } = useEditor();
  const { say } = useSay();
  const id = useId();
  const [sought, setSought] = useState("");
  const [at, setAt] = useState(0);
  const raw = useAt(path);
  const chosen = Array.isArray(raw) ? raw.map(String) : [];
  const labelOf = (source: string) => references.sources.find((each) => each.id === source)?.label ?? source;

  const terms = sought.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ id: source, label }: { id: string; label: string }) =>
    !chosen.includes(source) && terms.every((term) => source.includes(term) || label.toLowerCase().includes(term));
  const found = terms.length === 0 ? [] : references.sources.filter(fits).slice(0, mostShown);
  const add = (source: string | undefined) => {
    if (!source) return;
    store.set(path, [...chosen, source]);
    setSought("");
    setAt(0);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setAt((at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % Math.max(1, found.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      add(found[at]?.id);
    } else if (event.key === "Escape") setSought("");
  };
  const isOpen = terms.length > 0;
  return (
    <div className="grid gap-2">
      <div className="field relative">
        <label htmlFor={id} className="field-label">
          {words.fields.sources}
        </label>
        <input
          id={id}
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
          className="input text-sm!"
          value={sought}
          placeholder={words.editor.addSource}
          autoComplete="off"
          onChange={(event) => {
            setSought(event.target.value);
            setAt(0);
          }}
          onKeyDown={keys}
          {...usePlace(path)}
        />
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={words.fields.sources}
          className={
            isOpen
              ? "absolute inset-x-0 top-full z-10 mt-1 max-h-[min(18rem,60dvh)] overflow-y-auto rounded-sm border border-line bg-raised py-1 shadow-float"
              : "hidden"
          }
        >
          {found.map((source, index) => (
            // reached with the arrows of the field above, as a combobox is
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={source.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onClick={() => add(source.id)}
              className="cursor-pointer px-3 py-1.5 text-sm hover:bg-accent-soft aria-selected:bg-accent-soft forced-colors:aria-selected:outline-2 forced-colors:aria-selected:-outline-offset-2"
            >
              {source.label} <span className="font-mono text-xs text-muted">{source.id}</span>
            </div>
          ))}
        </div>
        {isOpen && found.length === 0 && <p className="field-hint">{words.editor.noSource}</p>}
      </div>
      <FieldProblems path={path} />
      <ul className="grid gap-1">
        {chosen.map((source, index) => (
          <li key={source} className="grid gap-0.5">
            <span className="flex items-start gap-2 text-sm">
              <span className="min-w-0 flex-1 break-words">{labelOf(source)}</span>
              <button
                type="button"
                className="button button-quiet button-small button-icon flex-none"
                aria-label={say(words.editor.remove, { what: labelOf(source) })}
                data-path={problems.at(pathKey([...path, index])).length > 0 ? pathKey([...path, index]) : undefined}
                onClick={() =>
                  store.set(
                    path,
                    chosen.filter((other) => other !== source),
                  )
                }
              >
                <Icon name="close" />
              </button>
            </span>
            <FieldProblems path={[...path, index]} />
          </li>
        ))}
      </ul>
    </div>
  );
}
