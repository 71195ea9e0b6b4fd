import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";
import { ExportControl } from "./export-control";

/** Everything of the reader as one file: asked for, made by a worker, fetched. */
export function ExportSection({ state, zone }: { state: ApiData["accountData"]["getExport"]; zone: string }) {
  const { locale, words } = pageWords();
  const texts = words.accountData.export;
  return (
    <section className="grid gap-4" aria-labelledby="export">
      <h2 id="export">{texts.title}</h2>
      <p>{texts.body}</p>
      <ExportControl
        initial={state.export}
        words={texts}
        error={words.app.notice.error}
        failure={{ locale, zone, offline: words.app.state.offline }}
      />
    </section>
  );
}
