import type { ReactNode } from "react";

/** The desk is for work on wide screens: a page takes all the room that helps, text alone keeps its measure. */
export const PageFrame = ({ children }: { children: ReactNode }) => (
  <div className="mx-auto w-full max-w-[110rem] px-4 pb-16">{children}</div>
);
