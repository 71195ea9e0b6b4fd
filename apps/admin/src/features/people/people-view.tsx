import { formatNumber } from "@tidao/i18n/format";
import { LinkButton } from "@tidao/ui/button";
import { Empty } from "@tidao/ui/empty";
import { PageHeader } from "@tidao/ui/page-header";
import { Pagination } from "@tidao/ui/pagination";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { PageFrame } from "../desk/page-frame";
import { type PeopleFilter, peopleHref } from "./people-filter";
import { PeopleFilterForm } from "./people-filter-form";
import { PeopleTable } from "./people-table";

interface PeopleProps {
  filter: PeopleFilter;
  page: ApiData["users"]["listUsers"];
  zone: string;
  now: Date;
}

/** Everybody who has an account, newest first. */
export function PeopleView({ filter, page: { users, total, pageSize }, zone, now }: PeopleProps) {
  const { locale, words, say, to } = pageWords();
  const texts = words.admin.users;
  const { pagination } = words.app;
  const at = filter.page ?? 1;
  const first = (at - 1) * pageSize;
  const isFiltered = peopleHref({ ...filter, page: 1 }) !== "/users";
  return (
    <PageFrame>
      <PageHeader title={texts.title} />
      <div className="grid gap-4">
        <PeopleFilterForm filter={filter} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
          <p aria-live="polite" className="text-muted">
            {say(texts.results, { count: total })}
          </p>
          {isFiltered && (
            <AppLink href={to("/users")} className="link">
              {words.app.actions.clear}
            </AppLink>
          )}
          {users.length > 0 && <p className="text-muted">{texts.recorded}</p>}
        </div>
        {users.length > 0 ? (
          <div>
            <PeopleTable people={users} zone={zone} now={now} />
            <Pagination
              page={at}
              pages={Math.ceil(total / pageSize)}
              hrefFor={(page) => to(peopleHref({ ...filter, page }))}
              labels={{ ...pagination, page: (page) => say(pagination.page, { page }) }}
              range={say(pagination.range, {
                from: formatNumber(locale, first + 1),
                to: formatNumber(locale, first + users.length),
                total: formatNumber(locale, total),
              })}
              link={AppLink}
            />
          </div>
        ) : (
          <Empty
            title={texts.none.title}
            action={
              <LinkButton link={AppLink} href={to("/users")}>
                {texts.none.action}
              </LinkButton>
            }
          >
            {texts.none.body}
          </Empty>
        )}
      </div>
    </PageFrame>
  );
}
