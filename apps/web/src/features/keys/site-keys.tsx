"use client";
import { Dialog } from "@tidao/ui/dialog";
import { Kbd } from "@tidao/ui/kbd";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";

interface SiteKeysProps {
  label: string;
  title: string;
  /** Without a "g" before them. */
  single: { key: string; what: string }[];
  /** After a "g". */
  places: { key: string; href: string; name: string }[];
  go: string;
}

const leader = "g";
/** How long it waits for its letter. */
const patienceMs = 1500;
const takesKeys =
  "input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable=true], dialog[open]";

/** "g" and a letter go somewhere, "?" says which; the same sheet opens by a button. */
export function SiteKeys({ label, title, single, places, go }: SiteKeysProps) {
  const [open, setOpen] = useState(false);
  const { push } = useRouter();
  const waitingSince = useRef(0);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest(takesKeys)) return;
      if (event.key === "?") return setOpen(true);
      const place = event.timeStamp - waitingSince.current < patienceMs && places.find(({ key }) => key === event.key);
      waitingSince.current = event.key === leader ? event.timeStamp : 0;
      if (!place) return;
      event.preventDefault();
      push(place.href);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [places, push]);
  return (
    <>
      <button
        type="button"
        className="button button-quiet button-small max-sm:hidden"
        aria-label={label}
        aria-keyshortcuts="?"
        onClick={() => setOpen(true)}
      >
        <Kbd>?</Kbd>
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title}>
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 py-2">
          {single.map(({ key, what }) => (
            <div key={key} className="contents">
              <dt>
                <Kbd>{key}</Kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <p className="pt-2 text-sm text-muted">{go}</p>
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 py-2 sm:grid-cols-[auto_1fr_auto_1fr]">
          {places.map(({ key, href, name }) => (
            <div key={key} className="contents">
              <dt className="flex gap-1">
                <Kbd>{leader}</Kbd>
                <Kbd>{key}</Kbd>
              </dt>
              <dd>
                <a className="link" href={href}>
                  {name}
                </a>
              </dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  );
}
