"use client";
import type { Messages } from "@tidao/i18n";
import { Button } from "@tidao/ui/button";
import { Dialog } from "@tidao/ui/dialog";
import { Kbd } from "@tidao/ui/kbd";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { moveRow } from "./move-row";

export interface Place {
  /** The letter after g. */
  key: string;
  href: string;
  label: string;
}
interface DeskKeysProps {
  places: readonly Place[];
  searchHref: string;
  newHref: string;
  words: Messages["admin"]["keys"];
  close: string;
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
const goPatienceMs = 1200;

/** The keys of the whole desk, and the list of them. */
export function DeskKeys({ places, searchHref, newHref, words, close }: DeskKeysProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const going = useRef(0);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTyping(event.target) ||
        document.querySelector("dialog[open]")
      )
        return;
      const { key } = event;
      if (event.timeStamp - going.current < goPatienceMs) {
        going.current = 0;
        const place = places.find((each) => each.key === key);
        if (place) router.push(place.href);
        return;
      }
      if (key === "g") going.current = event.timeStamp;
      else if (key === "?") setOpen(true);
      else if (key === "n") router.push(newHref);
      else if (key === "/") {
        event.preventDefault();
        const field = document.querySelector<HTMLInputElement>("[data-search]");
        if (field) field.select();
        else router.push(searchHref);
      } else if (key === "j" || key === "k") moveRow(key === "j" ? 1 : -1);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [places, router, searchHref, newHref]);

  const lines: [string[], string][] = [
    [["/"], words.search],
    [["j", "k"], words.rows],
    [["↵"], words.openRow],
    [["n"], words.newQuestion],
    [["Ctrl S"], words.save],
    [["F8"], words.nextProblem],
    ...places.map(({ key, label }): [string[], string] => [["g", key], label]),
    [["?"], words.show],
  ];
  return (
    <>
      <button
        type="button"
        className="button button-quiet button-small max-sm:hidden"
        aria-keyshortcuts="?"
        onClick={() => setOpen(true)}
      >
        {words.open}
        <Kbd>?</Kbd>
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={words.title}>
        <dl className="mt-4 grid grid-cols-[auto_1fr] items-center gap-x-6 gap-y-2">
          {lines.map(([keys, meaning]) => (
            <div key={meaning} className="contents">
              <dt className="flex gap-1">
                {keys.map((key) => (
                  <kbd key={key} className="kbd">
                    {key}
                  </kbd>
                ))}
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <div className="mt-6 flex justify-end">
          <Button onClick={() => setOpen(false)}>{close}</Button>
        </div>
      </Dialog>
    </>
  );
}
