"use client";
import { FailedScreen } from "@tidao/next-kit/screens/failed";
import type { ComponentProps } from "react";
import "./globals.css";

/** Only when the root layout itself fails. */
export default function GlobalError(props: ComponentProps<typeof FailedScreen>) {
  return (
    <html>
      <body>
        <FailedScreen {...props} />
      </body>
    </html>
  );
}
