import { requireActor } from "@tidao/next-kit/session";
import "@tidao/player/mathematics.css";
import { Toasts } from "@tidao/ui/toast";
import type { ReactNode } from "react";

/** A question and nothing beside it. */
export default async function FocusLayout({ children }: { children: ReactNode }) {
  await requireActor();
  return (
    <>
      <main id="content">{children}</main>
      <Toasts />
    </>
  );
}
