import { formatDuration, formatNumber, relativeTime } from "@tidao/i18n/format";
import { Disclosure } from "@tidao/ui/disclosure";
import { Table } from "@tidao/ui/table";
import { TimeText } from "@tidao/ui/time-text";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";

type QuestionSet = ApiData["sets"]["listSets"][number];
interface SetListProps {
  sets: readonly QuestionSet[];
  zone: string;
  now: Date;
}

export function SetList({ sets, zone, now }: SetListProps) {
  const { words, say } = pageWords();
  const archived = sets.filter((set) => set.archived);
  const inUse = sets.filter((set) => !set.archived);
  return (
    <div className="grid gap-8">
      {inUse.length > 0 && <SetTable sets={inUse} zone={zone} now={now} />}
      {archived.length > 0 && (
        <Disclosure summary={say(words.teach.sets.archived, { count: archived.length })} open={inUse.length === 0}>
          <div className="mt-2">
            <SetTable sets={archived} zone={zone} now={now} />
          </div>
        </Disclosure>
      )}
    </div>
  );
}

function SetTable({ sets, zone, now }: SetListProps) {
  const { locale, words, to } = pageWords();
  const texts = words.teach.sets;
  return (
    <Table label={texts.title} stickyColumn>
      <thead>
        <tr>
          <th scope="col">{texts.name}</th>
          <th scope="col" className="number">
            {texts.questions}
          </th>
          <th scope="col" className="number">
            {texts.points}
          </th>
          <th scope="col" className="number">
            {texts.time}
          </th>
          <th scope="col">{texts.changed}</th>
        </tr>
      </thead>
      <tbody>
        {sets.map((set) => (
          <tr key={set.id}>
            <th scope="row" className="sm:w-full">
              <AppLink className="link" href={to(`/teach/sets/${set.id}`)}>
                {set.title}
              </AppLink>
            </th>
            <td className="number">{formatNumber(locale, set.questions)}</td>
            <td className="number">{formatNumber(locale, set.points)}</td>
            <td className="number">{set.questions > 0 ? formatDuration(locale, set.expectedSeconds) : "–"}</td>
            <td className="whitespace-nowrap">
              <TimeText time={relativeTime(locale, set.updatedAt, now, zone)} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
