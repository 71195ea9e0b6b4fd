"use client";
import { useEffect } from "react";
import { forgetOthers } from "./kept-draft";

/** Before what a layout shows, so that it has run when that looks for its drafts. */
export function DraftsOf({ learnerId }: { learnerId: string }) {
  useEffect(() => forgetOthers(learnerId), [learnerId]);
  return null;
}
