import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { LinkButton } from "@tidao/ui/button";
import type { Session } from "./practice-state";

interface PracticeDoneProps {
  answered: Session["answered"];
  dueOnly: boolean;
  topic: { slug: string; title: string } | null;
  locale: Locale;
  words: Messages["practice"];
}

/** The end of a session, or nothing to begin with: what was done and where to go. */
export function PracticeDone({ answered, dueOnly, topic, locale, words }: PracticeDoneProps) {
  const some = answered.length > 0;
  const nothing = dueOnly ? words.nothingDue : words.empty;
  const line = formatMessage(locale, words.done.line, {
    right: answered.filter((each) => each.right).length,
    total: answered.length,
  });
  return (
    <section className="card grid justify-items-start gap-5">
      <h2 tabIndex={-1}>{some ? words.done.title : nothing.title}</h2>
      <div className="grid gap-1">
        {some && <p className="text-lg font-semibold">{line}</p>}
        <p className="text-muted">{some ? (dueOnly ? words.dueDone : words.allDone) : nothing.body}</p>
      </div>
      <div className="flex flex-wrap gap-3">
        {topic && (
          <LinkButton variant={some ? "primary" : "secondary"} href={`/${locale}/topics/${topic.slug}`}>
            {words.done.toTopic}
          </LinkButton>
        )}
        {(topic !== null || dueOnly) && (
          <LinkButton variant={topic ? "secondary" : "primary"} href={`/${locale}/practice`}>
            {words.nothingDue.action}
          </LinkButton>
        )}
        {!topic && !dueOnly && (
          <LinkButton variant="primary" href={`/${locale}/topics`}>
            {words.empty.action}
          </LinkButton>
        )}
      </div>
    </section>
  );
}
