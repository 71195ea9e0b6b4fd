import type { ReactNode } from "react";
import type { Html } from "../question-props";
import { compact, Rendered } from "../rendered";

/** One part of the question, what is to be said of it, and why. */
export function ExplainedPart({ mark, children, whyHtml }: { mark?: ReactNode; children: ReactNode; whyHtml?: Html }) {
  return (
    <div className="explained">
      <div className="explained-part">
        {mark}
        <div className="explained-words">{children}</div>
      </div>
      {whyHtml && <Rendered html={whyHtml} className={`explained-why ${compact}`} />}
    </div>
  );
}
