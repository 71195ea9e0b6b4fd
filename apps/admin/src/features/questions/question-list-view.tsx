import { formatNumber } from "@tidao/i18n/format";
import { LinkButton } from "@tidao/ui/button";
import { Empty } from "@tidao/ui/empty";
import { Kbd } from "@tidao/ui/kbd";
import { PageHeader } from "@tidao/ui/page-header";
import { Pagination } from "@tidao/ui/pagination";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { Static } from "@tidao/next-kit/static";
import { pageWords } from "../../page-words";
import { PageFrame } from "../desk/page-frame";
import { ChosenFilters } from "./chosen-filters";
import { facetsOf } from "./facets";
import { FacetList } from "./facet-list";
import { FilterForm } from "./filter-form";
import { type QuestionFilter, questionsHref } from "./question-filter";
import { questionRows } from "./question-rows";
import { QuestionTable } from "./question-table";

export interface QuestionListProps {
  filter: QuestionFilter;
  page: ApiData["questions"]["listQuestions"];
  topics: ApiData["questions"]["listQuestionTopics"];
  zone: string;
  now: Date;
}

/** The bank: facets on the left, what they leave on the right; everything is in the address. */
export function QuestionListView(props: QuestionListProps) {
  const { filter, page, topics } = props;
  const { locale, words, say, to } = pageWords();
  const texts = words.admin.questions;
  const { total } = page.facets;
  const at = filter.page ?? 1;
  const first = (at - 1) * page.pageSize;
  const facets = facetsOf(filter, page.facets, topics);
  const isFiltered = Boolean(filter.text || filter.topic || filter.kind || filter.status || filter.difficulty);
  const { pagination } = words.app;
  const { stem, difficulty, status, answers, points, changed } = texts;
  const heads = {
    stem,
    difficulty,
    status,
    answers,
    points,
    changed,
    // a column of one value tells nothing
    ...(!filter.topic && { topic: texts.topic }),
    ...(!filter.kind && { kind: texts.kind }),
  };
  return (
    <PageFrame>
      <Static as="div">
        <PageHeader
          title={texts.title}
          actions={
            <LinkButton link={AppLink} href={to("/new-question")} variant="primary">
              {texts.new}
              <Kbd>{"n"}</Kbd>
            </LinkButton>
          }
        />
      </Static>
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <aside aria-label={texts.facets.label} className="max-lg:hidden">
          <FacetList facets={facets} />
        </aside>
        <div className="grid content-start gap-4">
          <Static as="div">
            <FilterForm filter={filter} facets={facets} />
          </Static>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <p aria-live="polite" className="text-sm text-muted">
              {say(texts.results, { count: total })}
            </p>
            <ChosenFilters filter={filter} facets={facets} />
          </div>
          {page.questions.length > 0 ? (
            <div>
              <QuestionTable label={texts.title} heads={heads} rows={questionRows(props)} />
              <Static as="div">
                <Pagination
                  page={at}
                  pages={Math.ceil(total / page.pageSize)}
                  hrefFor={(page) => to(questionsHref({ ...filter, page }))}
                  labels={{ ...pagination, page: (page) => say(pagination.page, { page }) }}
                  range={say(pagination.range, {
                    from: formatNumber(locale, first + 1),
                    to: formatNumber(locale, first + page.questions.length),
                    total: formatNumber(locale, total),
                  })}
                  link={AppLink}
                />
              </Static>
            </div>
          ) : isFiltered ? (
            <Empty
              title={texts.none.title}
              action={
                <LinkButton link={AppLink} href={to("/questions")}>
                  {texts.none.action}
                </LinkButton>
              }
            >
              {texts.none.body}
            </Empty>
          ) : (
            <Empty
              title={texts.empty.title}
              action={
                <LinkButton link={AppLink} href={to("/new-question")} variant="primary">
                  {texts.new}
                </LinkButton>
              }
            >
              {texts.empty.body}
            </Empty>
          )}
        </div>
      </div>
    </PageFrame>
  );
}
