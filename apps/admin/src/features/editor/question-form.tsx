"use client";
import type { ReactNode } from "react";
import { DetailsForm } from "./details-form";
import { type Question, useEditor } from "./editor-context";
import { LanguageColumns } from "./fields/language-columns";
import { PartList } from "./fields/part-list";
import { TextPair } from "./fields/text-pair";
import { blankText } from "./kinds/blank-part";
import { InteractionForm } from "./kinds/interaction-form";
import { VariantForm } from "./variant-form";

/** Everything that a question says, in the order in which a learner meets it. */
export function QuestionForm({ kind, kindName }: { kind: Question["kind"]; kindName: string }) {
  const { words } = useEditor();
  const { fields } = words;
  return (
    <div className="grid gap-8">
      <div className="-mb-6 text-sm text-muted max-md:hidden" aria-hidden>
        <LanguageColumns>{(language) => words.editor[language]}</LanguageColumns>
      </div>
      <Section title={fields.stem}>
        <TextPair path={["stem"]} label="" rows={3} />
      </Section>
      <Section title={kindName}>
        <InteractionForm kind={kind} />
      </Section>
      <Section title={fields.solution}>
        <TextPair path={["solution"]} label="" rows={3} />
      </Section>
      <PartList path={["hints"]} most={3} make={blankText}>
        {(path) => <TextPair path={path} label="" />}
      </PartList>
      <Section title={fields.variant}>
        <VariantForm />
      </Section>
      <Section title={words.editor.details}>
        <DetailsForm />
      </Section>
    </div>
  );
}

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="grid gap-2" aria-label={title}>
    <h2 className="text-base">{title}</h2>
    {children}
  </section>
);
