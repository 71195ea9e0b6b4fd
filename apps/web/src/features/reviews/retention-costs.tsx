"use client";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import { formatNumber, formatPercent } from "@tidao/i18n/format";
import { Disclosure } from "@tidao/ui/disclosure";
import { Skeleton } from "@tidao/ui/skeleton";
import { Table } from "@tidao/ui/table";
import { useEffect, useRef, useState } from "react";
import { api } from "../../api";
import type { ApiData } from "../../api-data";
import { problemText } from "../../problem-text";
import { CallProblem, type Failure } from "../../use-refreshing-call";

interface RetentionCostsProps {
  chosen: number;
  words: Messages["reviews"]["settings"];
  loading: string;
  failure: Failure;
}

/** What other retentions would cost; four forecasts, so they are made when somebody opens this. */
export function RetentionCosts({ chosen, words, loading, failure }: RetentionCostsProps) {
  const { locale } = failure;
  const [found, setFound] = useState<ApiData["reviews"]["getRetentionCosts"] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const inside = useRef<HTMLDivElement>(null);
  const load = async () => {
    setProblem(null);
    try {
      setFound(await api.reviews.getRetentionCosts.query({}));
    } catch (error) {
      setProblem(problemText(error, failure));
    }
  };
  // opened before the script was there to hear of it
  const opened = useRef(load);
  useEffect(() => {
    if (inside.current?.closest("details")?.open) void opened.current();
  }, []);
  return (
    <Disclosure summary={words.costs} onOpen={() => void load()}>
      {found ? (
        <Table label={words.costs} caption={formatMessage(locale, words.costsOver, { days: found.days })}>
          <thead>
            <tr>
              <th scope="col">{words.retained}</th>
              <th scope="col" className="number">
                {words.minutesADay}
              </th>
            </tr>
          </thead>
          <tbody>
            {found.costs.map(({ retention, minutesADay }) => (
              <tr key={retention}>
                <th scope="row">
                  {formatPercent(locale, retention)}
                  {retention === chosen && <span className="text-muted"> · {words.chosen}</span>}
                </th>
                <td className="number">{formatNumber(locale, minutesADay, minutesADay < 10 ? 1 : 0)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : (
        !problem && <Skeleton label={loading} lines={4} />
      )}
      <div ref={inside}>
        <CallProblem text={problem} />
      </div>
    </Disclosure>
  );
}
