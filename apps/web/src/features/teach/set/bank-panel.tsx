import { formatNumber } from "@tidao/i18n/format";
import { Button } from "@tidao/ui/button";
import { Empty } from "@tidao/ui/empty";
import { describedBy, Field } from "@tidao/ui/field";
import { Icon } from "@tidao/ui/icon";
import { Pagination } from "@tidao/ui/pagination";
import { Select } from "@tidao/ui/select";
import type { ApiData } from "../../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../../page-words";
import { FilterForm } from "../filter-form";
import { type BankFilter, bankHref, isFiltered } from "./bank-filter";
import { BankRow } from "./bank-row";

interface BankPanelProps {
  path: string;
  filter: BankFilter;
  bank: ApiData["sets"]["browseBank"];
  topics: readonly { slug: string; title: string; questions: number }[];
}

/** The bank to choose from: filters in the address, 25 a page. */
export function BankPanel({ path, filter, bank, topics }: BankPanelProps) {
  const { locale, words, say } = pageWords();
  const texts = words.teach.bank;
  const { pagination } = words.app;
  const { q, topic, kind, level } = filter;
  const clear = (
    <AppLink
      className="link inline-flex min-h-6 items-center"
      href={bankHref(path, { q: "", topic: "", kind: "", level: "", page: "" })}
      scroll={false}
    >
      {texts.clear}
    </AppLink>
  );
  const from = (bank.page - 1) * 25 + 1;
  return (
    <div className="grid gap-5">
      <FilterForm values={{ q, topic, kind, level }} path={path} label={texts.title} className="grid gap-3">
        <input type="hidden" name="panel" value="bank" />
        <Field id="bank-search" label={texts.search} hint={texts.searchHint}>
          <span className="flex gap-2">
            <input
              {...describedBy("bank-search", { hint: texts.searchHint })}
              className="input"
              name="q"
              type="search"
              defaultValue={filter.q}
              maxLength={200}
            />
            <Button type="submit" icon aria-label={texts.apply}>
              <Icon name="search" />
            </Button>
          </span>
        </Field>
        <div className="grid grid-cols-2 gap-3 max-sm:[&>:first-child]:col-span-2 sm:grid-cols-3">
          <Select label={texts.topic} name="topic" defaultValue={filter.topic}>
            <option value="">{texts.allTopics}</option>
            {topics.map(({ slug, title, questions }) => (
              <option key={slug} value={slug}>
                {say(texts.topicOption, { title, count: formatNumber(locale, questions) })}
              </option>
            ))}
          </Select>
          <Select label={texts.kind} name="kind" defaultValue={filter.kind}>
            <option value="">{texts.allKinds}</option>
            {Object.entries(words.questionKinds).map(([kind, name]) => (
              <option key={kind} value={kind}>
                {name}
              </option>
            ))}
          </Select>
          <Select label={texts.difficulty} name="level" defaultValue={filter.level}>
            <option value="">{texts.allDifficulties}</option>
            {[1, 2, 3, 4, 5].map((level) => (
              <option key={level} value={level}>
                {say(texts.level, { level })}
              </option>
            ))}
          </Select>
        </div>
      </FilterForm>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm text-muted">
        <p aria-live="polite">{say(texts.found, { count: bank.total })}</p>
        {isFiltered(filter) && clear}
      </div>
      {bank.total > 0 ? (
        <div>
          <ul className="divide-y divide-line border-y border-line">
            {bank.questions.map((question) => (
              <BankRow
                key={question.questionId}
                question={question}
                previewHref={bankHref(path, filter, { preview: question.questionId })}
              />
            ))}
          </ul>
          <Pagination
            page={bank.page}
            pages={bank.pages}
            hrefFor={(page) => bankHref(path, filter, { page: page > 1 ? String(page) : "" })}
            labels={{ ...pagination, page: (page) => say(pagination.page, { page }) }}
            range={say(pagination.range, { from, to: from + bank.questions.length - 1, total: bank.total })}
            link={AppLink}
          />
        </div>
      ) : isFiltered(filter) ? (
        <Empty title={texts.none.title} action={clear}>
          {texts.none.body}
        </Empty>
      ) : (
        <Empty title={texts.empty.title}>{texts.empty.body}</Empty>
      )}
    </div>
  );
}
