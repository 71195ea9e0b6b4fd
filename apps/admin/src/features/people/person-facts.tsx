import { formatDate } from "@tidao/i18n/format";
import { pageWords } from "../../page-words";
import type { Person } from "./people-filter";
import { Seen } from "./seen";

/** When the account was made, when it was last used, in which language. */
export function PersonFacts({ person, zone, now }: { person: Person; zone: string; now: Date }) {
  const { locale, words } = pageWords();
  const texts = words.admin.users;
  const { lastSeenAt, createdAt } = person;
  const facts = [
    {
      label: texts.seen,
      value: <Seen at={lastSeenAt} zone={zone} now={now} />,
    },
    { label: texts.created, value: formatDate(locale, createdAt, zone) },
    { label: texts.language, value: person.locale === "zh" ? words.app.language.zh : words.app.language.en },
  ];
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1">
      {facts.map(({ label, value }) => (
        <div key={label} className="contents">
          <dt className="text-muted">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
