"use client";
import { useSentOnce } from "@tidao/next-kit/use-sent-once";
import { Rendered } from "@tidao/player/rendered";
import { Button } from "@tidao/ui/button";
import { Icon } from "@tidao/ui/icon";
import { showProblem, showToast } from "@tidao/ui/toast";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";

interface Props {
  id: string;
  html?: string;
  words: { copy: string; copied: string; notCopied: string };
}

/** The text of a lesson, which is in the page once and not in the router's data beside it; its code can be copied. */
export function LessonHtml({ id, html, words }: Props) {
  const text = useSentOnce(id, html);
  const [blocks, setBlocks] = useState<{ host: HTMLElement; code: string }[]>([]);
  useEffect(() => {
    const found = [...(document.getElementById(id)?.querySelectorAll("pre") ?? [])].map((pre) => {
      const host = document.createElement("div");
      host.className = "code-tools print-hidden";
      pre.before(host);
      return { host, code: pre.textContent };
    });
    const frame = requestAnimationFrame(() => setBlocks(found));
    return () => {
      cancelAnimationFrame(frame);
      for (const { host } of found) host.remove();
    };
  }, [id]);
  const copy = async (code: string) => {
    try {
      await navigator.clipboard.writeText(code);
      showToast(words.copied);
    } catch {
      showProblem(words.notCopied);
    }
  };
  return (
    <>
      <Rendered id={id} html={text} className="prose-lesson" />
      {blocks.map(({ host, code }, at) =>
        createPortal(
          <Button
            variant="quiet"
            size="small"
            icon
            aria-label={words.copy}
            title={words.copy}
            onClick={() => void copy(code)}
          >
            <Icon name="copy" size={14} />
          </Button>,
          host,
          String(at),
        ),
      )}
    </>
  );
}
