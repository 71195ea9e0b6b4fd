"use client";
import { Badge } from "@tidao/ui/badge";
import { Table } from "@tidao/ui/table";
import { TimeText } from "@tidao/ui/time-text";
import { AppLink } from "@tidao/next-kit/app-link";
import { type Packed, unpack } from "@tidao/next-kit/packed";
import { useMemo } from "react";
import type { QuestionRow } from "./question-rows";

interface Props {
  label: string;
  /** The heads of the columns; those of topic and kind are absent where the list has only one of them. */
  heads: Record<"stem" | "difficulty" | "status" | "answers" | "points" | "changed", string> & {
    topic?: string;
    kind?: string;
  };
  rows: Packed<readonly QuestionRow[]>;
}

/**
 * A page of questions; on a phone what does not fit beside the question stands under it.
 * A client component, so that the router's data holds the rows and not each of their elements: half of the page's bytes.
 */
export function QuestionTable({ label, heads, rows }: Props) {
  const questions = useMemo(() => unpack(rows), [rows]);
  return (
    <Table label={label} stacked>
      <thead>
        <tr>
          <th scope="col">{heads.stem}</th>
          {heads.topic && (
            <th scope="col" className="max-xl:hidden">
              {heads.topic}
            </th>
          )}
          {heads.kind && (
            <th scope="col" className="max-md:hidden">
              {heads.kind}
            </th>
          )}
          <th scope="col" className="number max-md:hidden">
            {heads.difficulty}
          </th>
          <th scope="col" className="max-md:hidden">
            {heads.status}
          </th>
          <th scope="col" className="number max-md:hidden">
            {heads.answers}
          </th>
          <th scope="col" className="number max-md:hidden">
            {heads.points}
          </th>
          <th scope="col" className="max-lg:hidden">
            {heads.changed}
          </th>
        </tr>
      </thead>
      <tbody>
        {questions.map((row) => (
          <tr key={row.id}>
            <td className="w-full min-w-0">{questionCell(row)}</td>
            {heads.topic && <td className="md:min-w-36 md:max-xl:hidden">{row.topic}</td>}
            {heads.kind && <td className="whitespace-nowrap">{row.kind}</td>}
            <td className="number max-md:hidden">{row.difficulty}</td>
            <td className="space-x-1">
              {row.badges.map(({ label, tone }) => (
                <Badge key={label} tone={tone}>
                  {label}
                </Badge>
              ))}
            </td>
            <td className="number max-md:hidden">{row.answers}</td>
            <td className="number max-md:hidden">{row.points}</td>
            <td className="whitespace-nowrap max-lg:hidden">
              <TimeText time={row.changed} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

const questionCell = (row: QuestionRow) => (
  <AppLink data-row href={row.href} className="group grid gap-0.5">
    <span className="line-clamp-2 text-base leading-snug break-words group-hover:text-accent">{row.stem}</span>
    <span className="font-mono text-xs text-muted">{row.id}</span>
  </AppLink>
);
