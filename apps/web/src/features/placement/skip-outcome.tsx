import { formatInstant } from "@tidao/i18n/format";
import { AppLink } from "@tidao/next-kit/app-link";
import { LinkButton } from "@tidao/ui/button";
import { Mark } from "@tidao/ui/mark";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";
import { UnskipButton } from "./unskip-button";

type SkipTest = ApiData["placement"]["getSkipTest"];
interface SkipOutcomeProps {
  data: SkipTest;
  back: { href: string; label: string };
  zone: string;
}

/** How the test of a topic went: skipped, or what was missing and where to read it. */
export function SkipOutcome({ data: { topic, last, againAt }, back, zone }: SkipOutcomeProps) {
  const { locale, words, say, to } = pageWords();
  const texts = words.placement.skip;
  const passed = topic.skipped;
  const score = last && say(passed ? texts.passedLine : texts.failedLine, { right: last.right, total: last.questions });
  return (
    <section className="grid gap-5" aria-labelledby="outcome">
      <div className={`grid gap-1 ${passed ? "tone-right" : "tone-warning"}`}>
        <h2 id="outcome" tabIndex={-1} aria-describedby="outcome-score" className="flex items-center gap-2 text-xl">
          <Mark shape={passed ? "skipped" : "warning"} className="text-(--tone)" />
          {passed ? say(texts.passed, { topic: topic.title }) : texts.failed}
        </h2>
        <p id="outcome-score" className="text-muted">
          {passed && !last?.passed ? texts.skippedLine : score}
        </p>
        {againAt && !passed && (
          <p className="text-muted">{say(texts.againAt, { time: formatInstant(locale, againAt, zone) })}</p>
        )}
      </div>
      {!passed && last && last.missing.length > 0 && (
        <section className="grid gap-2" aria-labelledby="missing">
          <h3 id="missing" className="text-base font-semibold">
            {texts.missing}
          </h3>
          <ul className="divide-y divide-line border-y border-line">
            {last.missing.map(({ objective, text, section }) => (
              <li key={objective} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
                <AppLink
                  className="link min-w-0 flex-1 basis-64"
                  href={to(`/topics/${topic.slug}${section ? `#${section}` : ""}`)}
                >
                  {say(texts.section, { objective: text })}
                </AppLink>
                <AppLink
                  className="link text-sm"
                  href={to(`/practice?topic=${topic.slug}&objective=${objective}`)}
                  aria-label={say(texts.practiseName, { objective: text })}
                >
                  {texts.practise}
                </AppLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      {last && last.passed === passed && <Answers answers={last.answers} />}
      <div className="flex flex-wrap items-center gap-3">
        <LinkButton link={AppLink} variant="primary" href={back.href}>
          {back.label}
        </LinkButton>
        {passed && (
          <UnskipButton
            topic={topic.slug}
            words={{ undo: texts.undo, undone: say(texts.undone, { topic: topic.title }) }}
            failure={{ locale, offline: words.app.state.offline }}
          />
        )}
      </div>
    </section>
  );
}

function Answers({ answers }: Pick<NonNullable<SkipTest["last"]>, "answers">) {
  const { words, say, to } = pageWords();
  const texts = words.placement.skip;
  return (
    <p className="flex flex-wrap items-center gap-2 text-sm">
      {texts.answers}
      {answers.map(({ submissionId, right }, index) => (
        <AppLink
          key={submissionId}
          className={`grid size-6 place-items-center tone-${right ? "right" : "wrong"}`}
          href={to(`/practice/answers/${submissionId}`)}
          aria-label={say(texts.answer, { number: index + 1, verdict: right ? texts.right : texts.notRight })}
        >
          <Mark shape={right ? "right" : "wrong"} className="text-(--tone)" />
        </AppLink>
      ))}
    </p>
  );
}
