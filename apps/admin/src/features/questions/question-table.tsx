import { Static } from "@tidao/next-kit/static";
import { Table } from "@tidao/ui/table";
import type { QuestionRow } from "./question-rows";
import { rowsHtml } from "./rows-html";

interface Props {
  label: string;
  /** The heads of the columns; those of topic and kind are absent where the list has only one of them. */
  heads: Record<"stem" | "difficulty" | "status" | "answers" | "points" | "changed", string> & {
    topic?: string;
    kind?: string;
  };
  rows: readonly QuestionRow[];
}

/** A page of questions; on a phone what does not fit beside the question stands under it. */
export function QuestionTable({ label, heads, rows }: Props) {
  const { topic, kind } = heads;
  const html = rowsHtml(rows, { topic: topic !== undefined, kind: kind !== undefined });
  return (
    <Static as="div">
      <Table label={label} stacked>
        <thead>
          <tr>
            <th scope="col">{heads.stem}</th>
            {heads.topic && (
              <th scope="col" className="max-2xl:hidden">
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
        {/* oxlint-disable-next-line react/no-danger -- rowsHtml escapes */}
        <tbody dangerouslySetInnerHTML={{ __html: html }} />
      </Table>
    </Static>
  );
}
