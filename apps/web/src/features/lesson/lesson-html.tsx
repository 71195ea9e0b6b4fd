"use client";
import { useSentOnce } from "@tidao/next-kit/use-sent-once";
import { Rendered } from "@tidao/player/rendered";

/** The text of a lesson, which is in the page once and not in the router's data beside it. */
export function LessonHtml({ id, html }: { id: string; html?: string }) {
  return <Rendered id={id} html={useSentOnce(id, html)} className="prose-lesson" />;
}
