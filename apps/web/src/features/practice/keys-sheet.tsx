"use client";
import type { Messages } from "@tidao/i18n";
import { Button } from "@tidao/ui/button";
import { Dialog } from "@tidao/ui/dialog";
import { Kbd } from "@tidao/ui/kbd";
import { useEffect, useState } from "react";

/** Those that do the same, and what they do. */
type Key = [names: string[], what: string];
const afterAnswer = (words: Messages["app"]["keys"]): Key[] => [
  [["b"], words.bookmark],
  [["n"], words.note],
  [["l"], words.list],
  [["r"], words.report],
];

/** "?" shows which keys do what; so does a button, for those who do not know yet. */
export function KeysSheet({
  words,
  search,
  asksConfidence,
  tools = false,
  label,
  close,
}: {
  words: Messages["app"]["keys"];
  /** What "/" does, where the page has it. */
  search?: string;
  asksConfidence: boolean;
  /** Whether an answer can be kept, noted and reported where it was given: not in a test. */
  tools?: boolean;
  label: string;
  close: string;
}) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element &&
        event.target.closest("input:not([type=radio]):not([type=checkbox]), textarea, select");
      if (event.key === "?" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) setOpen(true);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  const keys: Key[] = [
    [["1", "6"], words.choose],
    ...(asksConfidence ? [[["7", "0"], words.confidence] satisfies Key] : []),
    [["Tab"], words.reach],
    [["Space"], words.press],
    [["Enter"], words.submit],
    [["Ctrl Enter"], words.submitText],
    ...(tools ? afterAnswer(words) : []),
    ...(search ? [[["/"], search] satisfies Key] : []),
    [["?"], words.show],
  ];
  return (
    <>
      {/* the button alone: a sheet inside what is not shown would close the page off and not be seen */}
      <Button
        variant="quiet"
        size="small"
        className="max-sm:hidden"
        aria-keyshortcuts="?"
        onClick={() => setOpen(true)}
      >
        {label} <Kbd>?</Kbd>
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={words.title}>
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 py-2">
          {keys.map(([names, what]) => (
            <div key={what} className="contents">
              <dt className="flex items-center gap-1">
                {names.map((name, index) => (
                  <span key={name}>
                    {index > 0 && "–"} <Kbd>{name}</Kbd>
                  </span>
                ))}
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <Button onClick={() => setOpen(false)}>{close}</Button>
      </Dialog>
    </>
  );
}
