import { formatDate } from "@tidao/i18n/format";
import { Table } from "@tidao/ui/table";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import type { Person } from "./people-filter";
import { RoleBadges, SuspendedBadge } from "./person-badges";
import { Seen } from "./seen";

/** A page of people; on a phone what does not fit beside the name stands under it. */
export function PeopleTable({ people, zone, now }: { people: readonly Person[]; zone: string; now: Date }) {
  const { locale, words, to } = pageWords();
  const texts = words.admin.users;
  return (
    <Table label={texts.title}>
      <thead>
        <tr>
          <th scope="col">{texts.name}</th>
          <th scope="col" className="max-md:hidden">
            {texts.roles}
          </th>
          <th scope="col" className="max-sm:hidden">
            {texts.state}
          </th>
          <th scope="col" className="max-sm:hidden">
            {texts.seen}
          </th>
          <th scope="col" className="max-lg:hidden">
            {texts.created}
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ id, name, email, roles, suspendedAt, lastSeenAt, createdAt }) => (
          <tr key={id}>
            <th scope="row" className="w-full min-w-0 font-normal!">
              <AppLink data-row href={to(`/users/${id}`)} className="group grid gap-0.5">
                <span className="text-base leading-snug wrap-anywhere group-hover:text-accent">{name}</span>
                {/* only the layout keeps name and address apart, which is not heard */}
                <span className="sr-only">{locale === "zh" ? "，" : ", "}</span>
                <span className="text-muted wrap-anywhere">{email}</span>
              </AppLink>
              <span className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 md:hidden">
                {roles.length > 0 && <RoleBadges roles={roles} />}
                {suspendedAt && (
                  <span className="sm:hidden">
                    <SuspendedBadge />
                  </span>
                )}
                <span className="text-xs text-muted sm:hidden">
                  {texts.seen} · <Seen at={lastSeenAt} zone={zone} now={now} />
                </span>
              </span>
            </th>
            <td className="whitespace-nowrap max-md:hidden">
              <RoleBadges roles={roles} />
            </td>
            <td className="whitespace-nowrap max-sm:hidden">
              {suspendedAt ? <SuspendedBadge /> : <span className="text-muted">{texts.active}</span>}
            </td>
            <td className="whitespace-nowrap max-sm:hidden">
              <Seen at={lastSeenAt} zone={zone} now={now} />
            </td>
            <td className="whitespace-nowrap max-lg:hidden">{formatDate(locale, createdAt, zone)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
