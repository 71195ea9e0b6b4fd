"use client";
import type { Messages } from "@tidao/i18n";
import { Button } from "@tidao/ui/button";
import { Icon } from "@tidao/ui/icon";
import { showToast } from "@tidao/ui/toast";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { nextCell, rowsAsText } from "./table-cells";

interface TableKeysProps {
  words: Pick<Messages["teachResults"]["list"], "copy" | "copied" | "notCopied">;
  /** What stands above the table, beside the button that copies it. */
  above: ReactNode;
  beside: ReactNode;
  children: ReactNode;
}

/** A table whose cells are walked with the arrow keys and which can be pasted into a spreadsheet. */
export function TableKeys({ words, above, beside, children }: TableKeysProps) {
  const frame = useRef<HTMLDivElement>(null);
  const walk = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const cell = event.target instanceof Element ? nextCell(event.target, event.key) : null;
    if (!cell) return;
    event.preventDefault();
    cell.focus();
  };
  const copy = async () => {
    const table = frame.current?.querySelector("table");
    try {
      await navigator.clipboard.writeText(table ? rowsAsText(table) : "");
      showToast(words.copied);
    } catch {
      showToast(words.notCopied);
    }
  };
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        {above}
        <div className="flex flex-wrap items-center gap-2">
          <Button size="small" variant="quiet" onClick={() => void copy()}>
            <Icon name="copy" size={14} />
            {words.copy}
          </Button>
          {beside}
        </div>
      </div>
      {/* keys pressed on the links inside, which stay reachable with Tab */}
      <div ref={frame} role="presentation" onKeyDown={walk}>
        {children}
      </div>
    </>
  );
}
