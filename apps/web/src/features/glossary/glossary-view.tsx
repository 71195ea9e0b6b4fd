import { formatNumber } from "@tidao/i18n/format";
import { otherLocale } from "@tidao/kernel";
import { AppLink } from "@tidao/next-kit/app-link";
import { Button, LinkButton } from "@tidao/ui/button";
import { Empty } from "@tidao/ui/empty";
import { Icon } from "@tidao/ui/icon";
import { PageHeader } from "@tidao/ui/page-header";
import { Pagination } from "@tidao/ui/pagination";
import { Select } from "@tidao/ui/select";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";
import { type GlossaryQuery, glossaryHref } from "./glossary-query";

interface Props {
  query: GlossaryQuery;
  glossary: ApiData["glossary"]["listTerms"];
}

/** Terms with their definitions; a lesson's link arrives at one of them. */
export function GlossaryView({ query, glossary: { terms, total, page, pages, first, topics } }: Props) {
  const { locale, words, say, to } = pageWords();
  const texts = words.glossary;
  const { pagination, actions } = words.app;
  return (
    <>
      <PageHeader title={texts.title} lead={texts.lead} />
      <form action={to("/glossary")} role="search" className="mb-4 flex flex-wrap items-end gap-3">
        <div className="field min-w-[min(14rem,100%)] flex-1">
          <label htmlFor="find-term" className="field-label">
            {texts.search}
          </label>
          <input
            key={query.text}
            id="find-term"
            type="search"
            name="text"
            className="input"
            defaultValue={query.text ?? ""}
            placeholder={texts.searchHint}
            maxLength={100}
          />
        </div>
        <div className="w-full sm:w-64">
          <Select key={query.topic} label={texts.topic} name="topic" defaultValue={query.topic ?? ""}>
            <option value="">{texts.allTopics}</option>
            {topics.map(({ slug, title }) => (
              <option key={slug} value={slug}>
                {title}
              </option>
            ))}
          </Select>
        </div>
        <Button type="submit">
          <Icon name="search" />
          {actions.search}
        </Button>
      </form>
      <p aria-live="polite" className="mb-2 text-sm text-muted">
        {say(texts.count, { count: total })}
      </p>
      {terms.length === 0 ? (
        <Empty
          title={query.text || query.topic ? texts.noneFound : texts.none}
          action={
            (query.text || query.topic) && (
              <LinkButton link={AppLink} href={to("/glossary")}>
                {texts.showAll}
              </LinkButton>
            )
          }
        />
      ) : (
        <dl className="divide-y divide-line border-y border-line">
          {terms.map(({ id, term, other, also, definition, topic }) => (
            <div
              key={id}
              id={id}
              className="grid gap-x-6 gap-y-1 py-3 target:bg-accent-soft sm:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]"
            >
              <dt className="wrap-anywhere">
                <span className="font-semibold">{term}</span>
                {other !== term && (
                  <span lang={otherLocale(locale) === "zh" ? "zh-CN" : "en"} className="block text-sm text-muted">
                    {other}
                  </span>
                )}
                {also.length > 0 && (
                  <span className="block text-xs text-muted">
                    {say(texts.also, { forms: also.join(locale === "zh" ? "、" : ", ") })}
                  </span>
                )}
              </dt>
              <dd className="min-w-0">
                {definition}{" "}
                <AppLink className="link text-sm" href={to(`/topics/${topic.slug}`)}>
                  {topic.title}
                </AppLink>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {pages > 1 && (
        <Pagination
          page={page}
          pages={pages}
          hrefFor={(page) => to(glossaryHref({ ...query, page }))}
          labels={{ ...pagination, page: (page) => say(pagination.page, { page }) }}
          range={say(pagination.range, {
            from: formatNumber(locale, first + 1),
            to: formatNumber(locale, first + terms.length),
            total: formatNumber(locale, total),
          })}
          link={AppLink}
        />
      )}
    </>
  );
}
