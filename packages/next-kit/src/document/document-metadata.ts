import { messages } from "@tidao/i18n";
import type { Metadata, Viewport } from "next";
import { requestScope } from "../request-scope";

/** Titles read "page · Tidao"; nothing behind a sign-in belongs in an index of the web. */
export function documentMetadata(): Metadata {
  const { app } = messages[requestScope().locale];
  return {
    title: { default: app.name, template: `%s · ${app.name}` },
    description: app.tagline,
    robots: { index: false },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf8" },
    { media: "(prefers-color-scheme: dark)", color: "#10151b" },
  ],
};
