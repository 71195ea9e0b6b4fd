import type { ReactNode } from "react";
import { Mark } from "./mark";

const looks = {
  info: { tone: "accent", shape: "info" },
  warning: { tone: "warning", shape: "warning" },
  error: { tone: "wrong", shape: "wrong" },
  success: { tone: "right", shape: "right" },
} as const;

interface NoticeProps {
  kind: keyof typeof looks;
  /** What the shape means, read out before the text: "Error". */
  word: string;
  title?: ReactNode;
  /** Read out at once when it appears after the page has loaded. */
  live?: boolean;
  action?: ReactNode;
  children?: ReactNode;
}

export function Notice({ kind, word, title, live, action, children }: NoticeProps) {
  const { tone, shape } = looks[kind];
  return (
    <div className={`notice tone-${tone}`} role={live ? (kind === "error" ? "alert" : "status") : undefined}>
      <Mark shape={shape} />
      <div className="notice-body">
        <p className="sr-only">{word}</p>
        {title && <p className="notice-title">{title}</p>}
        {children}
        {action && <div className="notice-action">{action}</div>}
      </div>
    </div>
  );
}
