import "./globals.css";
import { HtmlDocument } from "@tidao/next-kit/document";
import type { ReactNode } from "react";

// every page carries its own nonce and its reader's language and theme: none can be made in advance
export const dynamic = "force-dynamic";
export { documentMetadata as generateMetadata, viewport } from "@tidao/next-kit/document";

export default function RootLayout({ children }: { children: ReactNode }) {
  return <HtmlDocument>{children}</HtmlDocument>;
}
