import { relativeTime } from "@tidao/i18n/format";
import { Badge } from "@tidao/ui/badge";
import { Button } from "@tidao/ui/button";
import { Select } from "@tidao/ui/select";
import { Table } from "@tidao/ui/table";
import { TimeText } from "@tidao/ui/time-text";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { HistoryFrame } from "./history-frame";

type Question = ApiData["questions"]["getQuestion"];
type Version = Question["versions"][number];

/** Who wrote which version, when and why; any two can be compared. */
export function HistoryView({ question, zone, now }: { question: Question; zone: string; now: Date }) {
  const { words, say } = pageWords();
  const texts = words.admin.history;
  const { id, versions } = question;
  return (
    <HistoryFrame questionId={id} title={say(texts.title, { id })} back="editor">
      <div className="grid max-w-6xl gap-6">
        {versions.length > 1 && <CompareForm question={question} />}
        <Table label={say(texts.title, { id })}>
          <thead>
            <tr>
              <th scope="col">{texts.version}</th>
              <th scope="col">{texts.state}</th>
              <th scope="col" className="max-md:hidden">
                {texts.author}
              </th>
              <th scope="col">{texts.note}</th>
              <th scope="col" className="max-sm:hidden">
                {texts.published}
              </th>
              <th scope="col" className="max-lg:hidden">
                {texts.changed}
              </th>
            </tr>
          </thead>
          <tbody>
            {versions.map((version, at) => (
              <VersionRow
                key={version.id}
                questionId={id}
                version={version}
                before={versions[at + 1]}
                zone={zone}
                now={now}
              />
            ))}
          </tbody>
        </Table>
      </div>
    </HistoryFrame>
  );
}

interface VersionRowProps {
  questionId: string;
  version: Version;
  before: Version | undefined;
  zone: string;
  now: Date;
}
function VersionRow({ questionId, version, before, zone, now }: VersionRowProps) {
  const { locale, words, say, to } = pageWords();
  const { history: texts, status: states } = words.admin;
  const { id, number, status, current, origin, author, publisher, note, corrects, publishedAt, updatedAt } = version;
  const writer = author ?? (origin === "import" ? texts.files : texts.nobody);
  return (
    <tr>
      <th scope="row" className="whitespace-nowrap">
        <AppLink
          data-row
          className="link"
          href={to(`/questions/${questionId}/history/${id}`)}
          aria-label={say(texts.viewVersion, { version: number })}
        >
          {number}
        </AppLink>
        {before && (
          <AppLink
            className="link ml-3 font-normal"
            href={to(`/questions/${questionId}/compare?from=${before.id}&to=${id}`)}
            aria-label={say(texts.compareWith, { version: number })}
          >
            {texts.compare}
          </AppLink>
        )}
      </th>
      <td>
        {current ? (
          <Badge tone="right" shape="right">
            {texts.current}
          </Badge>
        ) : status === "published" ? (
          states.published
        ) : (
          <Badge tone="warning">{states.draft}</Badge>
        )}
      </td>
      <td className="whitespace-nowrap max-md:hidden">{writer}</td>
      <td className="w-full min-w-40">
        {note && <p className="break-words">{note}</p>}
        {corrects !== null && <p className="text-muted">{say(texts.corrects, { version: corrects })}</p>}
        <p className="text-muted md:hidden">{writer}</p>
      </td>
      <td className="max-sm:hidden">
        {publishedAt && (
          <span className="whitespace-nowrap">
            <TimeText time={relativeTime(locale, publishedAt, now, zone)} />
          </span>
        )}
        {publisher && publisher !== author && (
          <p className="text-muted">{say(texts.publishedBy, { name: publisher })}</p>
        )}
      </td>
      <td className="whitespace-nowrap max-lg:hidden">
        <TimeText time={relativeTime(locale, updatedAt, now, zone)} />
      </td>
    </tr>
  );
}

/** Any two versions; at first the newest and what learners have, or the one before. */
function CompareForm({ question: { id, versions } }: { question: Question }) {
  const { words, say, to } = pageWords();
  const texts = words.admin.history;
  const [newest] = versions;
  const older = versions.find((version) => version.current && version !== newest) ?? versions[1];
  const options = versions.map((version) => (
    <option key={version.id} value={version.id}>
      {say(words.admin.editor.versionNumber, { version: version.number })}
    </option>
  ));
  return (
    <form action={to(`/questions/${id}/compare`)} className="flex flex-wrap items-end gap-3">
      <Select label={texts.from} name="from" defaultValue={older?.id}>
        {options}
      </Select>
      <Select label={texts.to} name="to" defaultValue={newest?.id}>
        {options}
      </Select>
      <Button type="submit">{texts.compare}</Button>
    </form>
  );
}
