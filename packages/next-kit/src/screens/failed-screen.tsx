"use client";
import { failed } from "@tidao/i18n/failed";
import { Screen } from "./screen";

/** What Next gives to an error boundary. */
export interface FailedProps {
  error: Error & { digest?: string };
}

/** Read from the address: a boundary gets no words from the server, whose rendering just failed. */
const localeHere = () => (typeof location !== "undefined" && location.pathname.startsWith("/zh") ? "zh" : "en");

/** What a boundary shows when a page could not be rendered; the digest is the number that the log has. */
export function FailedScreen({ error }: FailedProps) {
  const words = failed[localeHere()];
  return (
    <Screen
      title={words.title}
      actions={
        <button type="button" className="button button-primary" onClick={() => location.reload()}>
          {words.retry}
        </button>
      }
    >
      <p>{words.body}</p>
      {error.digest && <p className="text-sm text-muted">{words.id.replace("{id}", error.digest)}</p>}
    </Screen>
  );
}

/** The same when the root layout itself failed, and with it `<html>`. */
export function FailedDocument(props: FailedProps) {
  return (
    <html lang={localeHere() === "zh" ? "zh-CN" : "en"}>
      <body>
        <FailedScreen {...props} />
      </body>
    </html>
  );
}
