import { learnerWorkLabels } from "@tidao/i18n";
import { formatNumber, formatPercent, relativeTime } from "@tidao/i18n/format";
import { AppLink } from "@tidao/next-kit/app-link";
import { FeedbackView } from "@tidao/player/feedback-view";
import { Rendered } from "@tidao/player/rendered";
import { Badge } from "@tidao/ui/badge";
import { LinkButton } from "@tidao/ui/button";
import { Card } from "@tidao/ui/card";
import { Icon } from "@tidao/ui/icon";
import { Table } from "@tidao/ui/table";
import { TimeText } from "@tidao/ui/time-text";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";
import { PageFrame } from "../desk/page-frame";
import { reportsHref } from "./report-filter";
import { ReportedQuestion } from "./reported-question";
import { ResolveForm } from "./resolve-form";

type Report = ApiData["reports"]["getReport"];
interface ReportProps {
  report: Report;
  zone: string;
  now: Date;
}

/** One report: what was said, what stood before the learner, how the question fares, and the reply. */
export function ReportView({ report, zone, now }: ReportProps) {
  const { locale, words, say, to } = pageWords();
  const texts = words.reports;
  const { version, seed, shown, given, feedback } = report;
  const labels = learnerWorkLabels(report.locale);
  return (
    <PageFrame>
      <header className="grid gap-1 pt-5 pb-4">
        <AppLink
          className="flex min-h-6 w-fit items-center gap-1 text-sm text-muted hover:text-accent"
          href={to(reportsHref({ state: report.state, page: 1 }))}
        >
          <Icon name="chevron-left" size={12} className="flex-none" />
          {texts.back}
        </AppLink>
        <h1 className="text-xl wrap-anywhere">{say(texts.one, { id: report.questionId })}</h1>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
          <Badge tone={report.state === "open" ? "accent" : "neutral"}>{texts.states[report.state]}</Badge>
          <Badge>{texts.kinds[report.kind]}</Badge>
          <span>{report.topicTitle[locale]}</span>
          <TimeText time={relativeTime(locale, report.createdAt, now, zone)} />
        </p>
      </header>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(18rem,2fr)]">
        <div className="grid gap-6">
          <Card title={texts.said}>
            <p lang={report.locale} className="whitespace-pre-line wrap-anywhere">
              {report.text}
            </p>
          </Card>
          <Card title={texts.shown}>
            <div className="grid gap-5">
              <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
                <span>
                  {version.parameterised
                    ? say(texts.variant, { version: version.number, variant: seed })
                    : say(texts.version, { version: version.number })}
                </span>
                <span>{texts.sawIn[report.locale]}</span>
                <span>{texts[version.standing]}</span>
              </p>
              <ReportedQuestion
                question={shown}
                answer={given}
                graded={feedback?.parts}
                labels={labels}
                locale={report.locale}
              />
              {!given && <p className="text-sm text-muted">{texts.noAnswer}</p>}
              {feedback && (
                <FeedbackView
                  question={shown}
                  answer={given}
                  feedback={feedback}
                  labels={labels}
                  locale={report.locale}
                />
              )}
            </div>
          </Card>
        </div>
        <div className="grid gap-6">
          <Card title={texts.reply}>
            {report.state === "open" ? (
              <ResolveForm
                reportId={report.id}
                words={texts}
                locale={locale}
                offline={words.app.state.offline}
                error={words.app.notice.error}
              />
            ) : (
              <Resolved report={report} zone={zone} now={now} />
            )}
          </Card>
          <Card title={texts.statistics}>
            <Statistics report={report} />
          </Card>
          <div className="flex flex-wrap gap-3">
            <LinkButton link={AppLink} href={to(`/questions/${report.questionId}`)}>
              {texts.edit}
            </LinkButton>
            <LinkButton link={AppLink} variant="quiet" href={to(`/questions/${report.questionId}/history`)}>
              {texts.history}
            </LinkButton>
          </div>
        </div>
      </div>
    </PageFrame>
  );
}

function Resolved({ report, zone, now }: ReportProps) {
  const { locale, words, say } = pageWords();
  const texts = words.reports;
  return (
    <div className="grid gap-2">
      {report.reply && <p className="whitespace-pre-line wrap-anywhere">{report.reply}</p>}
      {report.resolvedAt && (
        <p className="text-sm text-muted">
          {say(texts.resolved, {
            state: texts.states[report.state],
            name: report.resolver ?? texts.somebody,
            time: relativeTime(locale, report.resolvedAt, now, zone).text,
          })}
        </p>
      )}
    </div>
  );
}

function Statistics({
  report: { answers, right, facility, choices, otherOpen, locale: language },
}: {
  report: Report;
}) {
  const { locale, words, say } = pageWords();
  const texts = words.reports;
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap gap-x-4 text-sm">
        <span>{say(texts.answers, { count: answers })}</span>
        {answers > 0 && <span>{say(texts.right, { right: formatNumber(locale, right) })}</span>}
        {facility !== null && <span>{say(texts.points, { share: formatPercent(locale, facility) })}</span>}
      </p>
      {otherOpen > 0 && <p className="text-sm">{say(texts.others, { count: otherOpen })}</p>}
      {choices.length > 0 && (
        <Table label={texts.chosen} caption={texts.chosen}>
          <thead>
            <tr>
              <th scope="col">{texts.choice}</th>
              <th scope="col" className="number">
                {texts.times}
              </th>
            </tr>
          </thead>
          <tbody>
            {choices.map(({ html, chosen, correct }) => (
              <tr key={html}>
                <th scope="row" className="min-w-0 font-normal!">
                  <span lang={language}>
                    <Rendered as="span" html={html} className="prose-lesson prose-compact" />
                  </span>{" "}
                  {correct && (
                    <Badge tone="right" shape="right">
                      {texts.isKey}
                    </Badge>
                  )}
                </th>
                <td className="number">{formatNumber(locale, chosen)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  );
}
