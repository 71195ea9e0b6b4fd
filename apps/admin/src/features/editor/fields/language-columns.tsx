"use client";
import type { Locale } from "@tidao/kernel";
import type { ReactNode } from "react";

/** Chinese beside English; on a phone one of the two, as the editor's `data-pane` says. */
export function LanguageColumns({ children }: { children: (language: Locale) => ReactNode }) {
  return (
    <div className="grid items-start gap-x-4 gap-y-2 md:grid-cols-2">
      <div className="max-md:group-data-[pane=en]/editor:hidden">{children("zh")}</div>
      <div className="max-md:group-[&:not([data-pane=en])]/editor:hidden">{children("en")}</div>
    </div>
  );
}
