"use client";
import { failed } from "@tidao/i18n/failed";
import { Screen } from "./screen";

/** What a boundary shows when a page could not be rendered; the digest is the number that the log has. */
export function FailedScreen({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  // read from the address: a boundary gets no words from the server, whose rendering just failed
  const locale = typeof location !== "undefined" && location.pathname.startsWith("/zh") ? "zh" : "en";
  const words = failed[locale];
  return (
    <Screen
      title={words.title}
      actions={
        <button type="button" className="button button-primary" onClick={retry}>
          {words.retry}
        </button>
      }
    >
      <p>{words.body}</p>
      {error.digest && <p className="text-sm text-muted">{words.id.replace("{id}", error.digest)}</p>}
    </Screen>
  );
}
