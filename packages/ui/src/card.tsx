import { type ReactNode, useId } from "react";
import { join } from "./join";

/** A raised sheet. With a title it is a section that a screen reader can jump to. */
export function Card({ title, className, children }: { title?: ReactNode; className?: string; children: ReactNode }) {
  const id = useId();
  if (!title) return <div className={join("card", className)}>{children}</div>;
  return (
    <section className={join("card", className)} aria-labelledby={id}>
      <h2 id={id} className="card-title">
        {title}
      </h2>
      {children}
    </section>
  );
}
