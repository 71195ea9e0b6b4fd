import { formatNumber } from "@tidao/i18n/format";
import { longestTyped } from "@tidao/kernel";
import { AppLink } from "@tidao/next-kit/app-link";
import { HtmlOnce } from "@tidao/next-kit/html-once";
import { Static } from "@tidao/next-kit/static";
import { Button, LinkButton } from "@tidao/ui/button";
import { Empty } from "@tidao/ui/empty";
import { Icon } from "@tidao/ui/icon";
import { Kbd } from "@tidao/ui/kbd";
import { Notice } from "@tidao/ui/notice";
import { PageHeader } from "@tidao/ui/page-header";
import { Pagination } from "@tidao/ui/pagination";
import { pageWords } from "../../page-words";
import { hitsHtml } from "./hits-html";
import type { Found } from "./marked-html";
import { SearchKeys } from "./search-keys";
import { SearchFilters } from "./search-filters";
import { type AskedSearch, isNothingToFind, isStillTyped, practiceHref, roundly, searchHref } from "./search-query";
import { SearchStart } from "./search-start";
import { SearchSyntax } from "./search-syntax";
import { TooLong } from "./too-long";

const escape = "Esc";

/** One box over everything that can be read and practised, as a form that needs no script. */
export function SearchView({
  asked,
  found,
}: {
  asked: AskedSearch;
  /** Null where the search was too long to be asked. */
  found: Found | null;
}) {
  const { words, to } = pageWords();
  const texts = words.search;
  return (
    <>
      <PageHeader title={texts.title} lead={texts.lead} />
      <Static as="div">
        <form action={to("/search")} role="search" className="mb-3 flex items-end gap-2">
          <div className="field min-w-0 flex-1">
            <label htmlFor="search-box" className="field-label">
              {texts.box} <Kbd>/</Kbd>
            </label>
            <input
              id="search-box"
              data-search-box=""
              type="search"
              name="q"
              className="input"
              defaultValue={found && !isStillTyped(found) ? found.query || asked.query : asked.query}
              placeholder={texts.hint}
              maxLength={longestTyped}
              aria-invalid={found ? undefined : true}
              aria-keyshortcuts="/"
            />
          </div>
          <Button type="submit" variant={found && found.questions > 0 ? "secondary" : "primary"}>
            <Icon name="search" />
            <span className="max-sm:sr-only">{texts.box}</span>
          </Button>
        </form>
      </Static>
      <Static as="div" className="mb-4">
        <SearchSyntax />
      </Static>
      {found ? <FoundBy asked={asked} found={found} /> : <TooLong search={asked.query} />}
    </>
  );
}

function FoundBy({ asked, found }: { asked: AskedSearch; found: Found }) {
  const { words, say } = pageWords();
  return (
    <>
      <Problems found={found} />
      {isNothingToFind(asked, found) && (
        <p role="status" className="mb-4">
          {say(words.search.noWord, { asked: asked.query })}
        </p>
      )}
      {found.empty ? (
        <>
          {/* what is to be chosen from, where a filter was not understood */}
          {found.problems.length > 0 && <SearchFilters filters={found.filters} />}
          <SearchStart filters={found.filters} />
        </>
      ) : (
        <>
          <SearchFilters filters={found.filters} />
          <Hits found={found} />
        </>
      )}
    </>
  );
}

function Problems({ found: { problems } }: { found: Found }) {
  const { words, say } = pageWords();
  const texts = words.search.problems;
  if (problems.length === 0) return null;
  return (
    <div className="mb-4">
      <Notice kind="warning" word={words.app.notice.warning} title={texts.title}>
        {problems.map(({ code, value }) => (
          <p key={code + value}>{say(texts[code], { value })}</p>
        ))}
      </Notice>
    </div>
  );
}

function Hits({ found }: { found: Found }) {
  const { locale, words, say, to } = pageWords();
  const { pagination } = words.app;
  const texts = words.search;
  const { hits, total, more, page, pages, first, questions, conflict, correction, some, query, filters } = found;
  const searched = correction?.applied ? correction.query : query;
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
        <div aria-live="polite" className="grid gap-1">
          <p className="text-sm text-muted">
            {more ? say(texts.more, { about: roundly(total), count: total }) : say(texts.count, { count: total })}
          </p>
          {correction?.applied && <p>{say(texts.corrected, { asked: query, meant: correction.query })}</p>}
          {some && <p>{texts.some}</p>}
        </div>
        {questions > 0 && (
          <LinkButton variant="primary" link={AppLink} href={to(practiceHref(searched))}>
            {say(texts.practise, { count: questions })}
          </LinkButton>
        )}
      </div>
      {correction && !correction.applied && (
        <p className="mb-2">
          <AppLink className="link" href={to(searchHref(correction.query))}>
            {say(texts.suggest, { meant: correction.query })}
          </AppLink>
        </p>
      )}
      {conflict.length > 0 ? (
        <Conflict conflict={conflict} />
      ) : hits.length === 0 ? (
        <Empty
          title={texts.none.title}
          action={
            filters.without === null ? (
              <LinkButton link={AppLink} href={to("/search")}>
                {texts.none.anew}
              </LinkButton>
            ) : (
              <LinkButton link={AppLink} href={to(searchHref(filters.without))}>
                {texts.none.again}
              </LinkButton>
            )
          }
        >
          {texts.none.body}
        </Empty>
      ) : (
        <>
          <SearchKeys />
          <Static as="div">
            <p className="mb-2 flex items-center gap-2 text-sm text-muted max-sm:hidden" aria-hidden="true">
              {["↑", "↓"].map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
              {texts.keys.move}
              <Kbd>{escape}</Kbd>
              {texts.keys.back}
            </p>
          </Static>
          <HtmlOnce
            as="ol"
            className="divide-y divide-line border-y border-line"
            label={texts.title}
            html={hitsHtml(hits, some ? null : searched)}
          />
        </>
      )}
      {pages > 1 && (
        <Static as="div">
          <Pagination
            page={page}
            pages={pages}
            hrefFor={(number) => to(searchHref(query, number))}
            labels={{ ...pagination, page: (number) => say(pagination.page, { page: number }) }}
            range={say(pagination.range, {
              from: formatNumber(locale, first + 1),
              to: formatNumber(locale, first + hits.length),
              total: formatNumber(locale, total),
            })}
            link={AppLink}
          />
        </Static>
      )}
    </>
  );
}

/** Filters that exclude each other, each to be dropped. */
function Conflict({ conflict }: Pick<Found, "conflict">) {
  const { locale, words, say, to } = pageWords();
  const texts = words.search.conflict;
  const quoted = conflict.map(({ written }) => `“${written}”`);
  const filters = new Intl.ListFormat(locale === "zh" ? "zh-CN" : "en-GB").format(quoted);
  return (
    <Empty
      title={texts.title}
      action={
        <span className="flex flex-wrap gap-2">
          {conflict.map(({ written, query }) => (
            <LinkButton key={written} link={AppLink} href={to(searchHref(query))}>
              {say(texts.without, { filter: `“${written}”` })}
            </LinkButton>
          ))}
        </span>
      }
    >
      {say(conflict.length > 1 ? texts.several : texts.one, { filters })}
    </Empty>
  );
}
