import { zonedTime } from "@tidao/i18n/format";
import { AppLink } from "@tidao/next-kit/app-link";
import { TimeText } from "@tidao/ui/time-text";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";

type Looked = ApiData["accountData"]["listAccesses"];

/** Who was shown data of the reader's, of what, and when: newest first. */
export function AccessList({ looked: { accesses, page, more }, zone }: { looked: Looked; zone: string }) {
  const { words } = pageWords();
  const texts = words.accountData.looked;
  return (
    <section className="grid gap-4" aria-labelledby="looked">
      <h2 id="looked">{texts.title}</h2>
      {accesses.length === 0 ? (
        page === 1 && <p>{texts.none}</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {accesses.map((access) => (
            <AccessLine key={access.id} access={access} zone={zone} />
          ))}
        </ul>
      )}
      <Steps page={page} more={more} />
      <p className="text-sm text-muted">{texts.honest}</p>
    </section>
  );
}

function AccessLine({ access, zone }: { access: Looked["accesses"][number]; zone: string }) {
  const { locale, words, say } = pageWords();
  const texts = words.accountData.looked;
  const last = zonedTime(locale, access.lastAt, zone);
  return (
    <li className="grid gap-0.5 py-3">
      <span className="wrap-anywhere">
        <strong className="font-semibold">{access.viewer ?? texts.gone}</strong>{" "}
        <span className="text-muted">{texts.roles[access.role]}</span>
      </span>
      <span className="wrap-anywhere">
        {say(texts.kinds[access.what], { assignment: access.assignment ?? texts.unknownAssignment })}
      </span>
      <span className="flex flex-wrap gap-x-4 text-sm text-muted tabular-nums">
        {access.class && <span className="wrap-anywhere">{say(texts.inClass, { name: access.class })}</span>}
        <TimeText time={{ ...last, text: say(texts.last, { time: last.text }) }} />
        <span>{say(texts.times, { count: access.times })}</span>
      </span>
    </li>
  );
}

function Steps({ page, more }: { page: number; more: boolean }) {
  const { words, to } = pageWords();
  const texts = words.accountData.looked;
  if (page === 1 && !more) return null;
  const step = (wanted: number, label: string) => (
    <AppLink className="button button-secondary button-small" href={`${to("/account/data")}?page=${wanted}#looked`}>
      {label}
    </AppLink>
  );
  return (
    <nav aria-label={texts.pages} className="flex gap-3">
      {page > 1 && step(page - 1, texts.newer)}
      {more && step(page + 1, texts.older)}
    </nav>
  );
}
