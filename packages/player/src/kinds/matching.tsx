"use client";
import { formatMessage } from "@tidao/i18n/icu";
import { SelectBox } from "@tidao/ui/select";
import { useId } from "react";
import { PartMark } from "../part-mark";
import { plainWords, spokenWords } from "../passage-html";
import { compact, Rendered } from "../rendered";
import type { KindProps } from "./kind-props";

const letter = (index: number) => String.fromCodePoint(65 + index);

export function Matching({ question, value, onChange, labels, locale, graded, disabled }: KindProps<"matching">) {
  const id = useId();
  const matches = value?.matches ?? {};
  const choose = (left: string, right: string) => {
    const { [left]: _, ...others } = matches;
    onChange({ kind: "matching", matches: right ? { ...others, [left]: right } : others });
  };
  return (
    <fieldset className="answer" disabled={disabled}>
      <legend className="answer-legend">{labels.matching.legend}</legend>
      <div className="matching">
        <ol className="matching-lefts">
          {question.lefts.map((left, index) => {
            const part = graded?.find((each) => each.id === left.id);
            return (
              <li key={left.id} className={part ? `choice-graded tone-${part.right ? "right" : "wrong"}` : undefined}>
                <Rendered id={`${id}-${left.id}`} html={left.html} className={compact} />
                <span className="matching-choice">
                  <SelectBox
                    aria-label={formatMessage(locale, labels.matching.partner, { number: index + 1 })}
                    aria-describedby={`${id}-${left.id}`}
                    value={matches[left.id] ?? ""}
                    onChange={(event) => choose(left.id, event.target.value)}
                  >
                    <option value="">{labels.matching.choose}</option>
                    {question.rights.map((right, at) => {
                      const words = plainWords(right.html);
                      return (
                        <option
                          key={right.id}
                          value={right.id}
                          aria-label={words === null ? `${letter(at)}  ${spokenWords(right.html)}` : undefined}
                        >
                          {[letter(at), words].filter(Boolean).join("  ")}
                        </option>
                      );
                    })}
                  </SelectBox>
                  {part && <PartMark name={part.right ? "right" : "wrong"} labels={labels} />}
                </span>
              </li>
            );
          })}
        </ol>
        <div className="matching-rights">
          <p className="answer-legend">{labels.matching.candidates}</p>
          <ol>
            {question.rights.map((right, at) => (
              <li key={right.id}>
                <span className="letter">{letter(at)}</span>
                <Rendered html={right.html} className={compact} />
              </li>
            ))}
          </ol>
        </div>
      </div>
    </fieldset>
  );
}
