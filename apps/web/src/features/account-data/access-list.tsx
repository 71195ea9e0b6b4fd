import { relativeTime } from "@tidao/i18n/format";
import { AppLink } from "@tidao/next-kit/app-link";
import { Table } from "@tidao/ui/table";
import { TimeText } from "@tidao/ui/time-text";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";

type Looked = ApiData["accountData"]["listAccesses"];

/** Who was shown data of the reader's, of what, and when: newest first. */
export function AccessList({ looked: { accesses, page, more }, zone, now }: { looked: Looked; zone: string; now: Date }) {
  const { words } = pageWords();
  const texts = words.accountData.looked;
  return (
    <section className="grid gap-4" aria-labelledby="looked">
      <h2 id="looked">{texts.title}</h2>
      {accesses.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <Table label={texts.title} stacked>
          <thead>
            <tr>
              <th scope="col">{texts.who}</th>
              <th scope="col">{texts.what}</th>
              <th scope="col">{texts.when}</th>
              <th scope="col" className="number">
                {texts.times}
              </th>
            </tr>
          </thead>
          <tbody>
            {accesses.map((access) => (
              <AccessLine key={access.id} access={access} zone={zone} now={now} />
            ))}
          </tbody>
        </Table>
      )}
      <Steps page={page} more={more} />
      <p className="text-sm text-muted">{texts.honest}</p>
    </section>
  );
}

function AccessLine({ access, zone, now }: { access: Looked["accesses"][number]; zone: string; now: Date }) {
  const { locale, words, say } = pageWords();
  const texts = words.accountData.looked;
  return (
    <tr>
      <th scope="row" className="wrap-anywhere">
        {access.viewer ?? texts.gone} <span className="font-normal text-muted">{texts.roles[access.role]}</span>
      </th>
      <td data-label={texts.what} className="wrap-anywhere">
        {say(texts.kinds[access.what], { assignment: access.assignment ?? texts.unknownAssignment })}
        {access.class && <span className="block text-sm text-muted">{say(texts.inClass, { name: access.class })}</span>}
      </td>
      <td data-label={texts.when}>
        <TimeText time={relativeTime(locale, access.lastAt, now, zone)} />
      </td>
      <td data-label={texts.times} className="number">
        {access.times}
      </td>
    </tr>
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
