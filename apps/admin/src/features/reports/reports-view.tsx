import { formatNumber, formatShare, relativeTime } from "@tidao/i18n/format";
import { AppLink } from "@tidao/next-kit/app-link";
import { Badge } from "@tidao/ui/badge";
import { Empty } from "@tidao/ui/empty";
import { PageHeader } from "@tidao/ui/page-header";
import { Pagination } from "@tidao/ui/pagination";
import { Table } from "@tidao/ui/table";
import { Tabs } from "@tidao/ui/tabs";
import { TimeText } from "@tidao/ui/time-text";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";
import { PageFrame } from "../desk/page-frame";
import { type ReportFilter, reportsHref, reportStates } from "./report-filter";

interface ReportsProps {
  filter: ReportFilter;
  page: ApiData["reports"]["listReports"];
  zone: string;
  now: Date;
}

/** What learners reported, those that wait longest on top. */
export function ReportsView({ filter, page: { reports, counts, pageSize }, zone, now }: ReportsProps) {
  const { locale, words, say, to } = pageWords();
  const texts = words.reports;
  const { pagination } = words.app;
  const total = counts[filter.state];
  const first = (filter.page - 1) * pageSize;
  return (
    <PageFrame>
      <PageHeader title={texts.title} lead={texts.lead} />
      <div className="grid gap-4">
        <Tabs
          label={texts.states.label}
          link={AppLink}
          tabs={reportStates.map((state) => ({
            href: to(reportsHref({ state, page: 1 })),
            label: texts.states[state],
            current: state === filter.state,
            count: formatNumber(locale, counts[state]),
          }))}
        />
        {reports.length === 0 ? (
          <Empty title={texts.none[filter.state]} />
        ) : (
          <div>
            <Table label={texts.title}>
              <thead>
                <tr>
                  <th scope="col">{texts.columns.report}</th>
                  <th scope="col" className="max-md:hidden">
                    {texts.columns.kind}
                  </th>
                  <th scope="col" className="max-lg:hidden">
                    {texts.columns.points}
                  </th>
                  <th scope="col" className="max-sm:hidden">
                    {texts.columns.at}
                  </th>
                </tr>
              </thead>
              <tbody>
                {reports.map((report) => (
                  <tr key={report.id}>
                    <th scope="row" className="w-full min-w-0 font-normal!">
                      <ReportLink report={report} />
                      <span className="mt-1 md:hidden">
                        <Badge>{texts.kinds[report.kind]}</Badge>
                      </span>
                    </th>
                    <td className="whitespace-nowrap max-md:hidden">
                      <Badge>{texts.kinds[report.kind]}</Badge>
                    </td>
                    <td className="number whitespace-nowrap max-lg:hidden">
                      {report.facility === null ? "–" : formatShare(locale, report.facility, report.answers)}
                    </td>
                    <td className="whitespace-nowrap max-sm:hidden">
                      <TimeText time={relativeTime(locale, report.createdAt, now, zone)} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
            <Pagination
              page={filter.page}
              pages={Math.ceil(total / pageSize)}
              hrefFor={(page) => to(reportsHref({ ...filter, page }))}
              labels={{ ...pagination, page: (page) => say(pagination.page, { page }) }}
              range={say(pagination.range, {
                from: formatNumber(locale, first + 1),
                to: formatNumber(locale, first + reports.length),
                total: formatNumber(locale, total),
              })}
              link={AppLink}
            />
          </div>
        )}
      </div>
    </PageFrame>
  );
}

/** What was said, of which question; the whole of it opens the report. */
function ReportLink({ report }: { report: ReportsProps["page"]["reports"][number] }) {
  const { locale, to } = pageWords();
  return (
    <AppLink data-row href={to(`/reports/${report.id}`)} className="group grid gap-0.5">
      <span lang={report.locale} className="line-clamp-2 text-base leading-snug wrap-anywhere group-hover:text-accent">
        {report.text}
      </span>
      <span className="sr-only">{locale === "zh" ? "，" : ", "}</span>
      <span className="text-muted wrap-anywhere">
        <span className="font-mono text-[0.9em]">{report.questionId}</span> · {report.topicTitle[locale]}
      </span>
    </AppLink>
  );
}
