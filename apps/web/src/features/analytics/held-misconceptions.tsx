import { formatDate } from "@tidao/i18n/format";
import { LinkButton } from "@tidao/ui/button";
import { Disclosure } from "@tidao/ui/disclosure";
import { AppLink } from "@tidao/next-kit/app-link";
import { Rendered } from "@tidao/player/rendered";
import { pageWords } from "../../page-words";
import { practiceOf, within } from "./practice-of";
import type { Overview } from "./totals";

type Held = Pick<Overview, "misconceptions"> & { zone: string };
type HeldProps = Held & Pick<Overview, "scope">;
const shownAtOnce = 4;

/** Wrong beliefs that the latest answers still show, each with those answers and the way to answer again. */
export function HeldMisconceptions({ misconceptions, zone, scope }: HeldProps) {
  const { words, say, to } = pageWords();
  const texts = words.analytics.misconceptions;
  return (
    <section className="grid gap-4" aria-labelledby="misconceptions">
      <h2 id="misconceptions">{texts.title}</h2>
      <p className={misconceptions.length > 0 ? "chart-sentence" : "text-muted"}>
        {misconceptions.length > 0 ? say(texts.sentence, { count: misconceptions.length }) : texts.none}
      </p>
      <Beliefs misconceptions={misconceptions.slice(0, shownAtOnce)} zone={zone} />
      {misconceptions.length > shownAtOnce && (
        <Disclosure summary={say(texts.more, { count: misconceptions.length - shownAtOnce })}>
          <Beliefs misconceptions={misconceptions.slice(shownAtOnce)} zone={zone} />
        </Disclosure>
      )}
      {misconceptions.length > 0 && (
        <p>
          <LinkButton link={AppLink} href={to(practiceOf(within(scope, "is:wrong")))}>
            {texts.go}
          </LinkButton>
        </p>
      )}
    </section>
  );
}

function Beliefs({ misconceptions, zone }: Held) {
  const { locale, words, say, to } = pageWords();
  const texts = words.analytics.misconceptions;
  return (
    <ul className="grid gap-3">
      {misconceptions.map(({ id, feedback: { beliefHtml, truthHtml }, topic, questions, shownBy }) => (
        <li key={id} className="card grid gap-2 p-4">
          <p className="font-semibold">
            <Rendered as="span" html={beliefHtml} />
          </p>
          <p className="text-sm">
            <span className="text-muted">{texts.truth}</span>
            <Rendered as="span" html={truthHtml} />
          </p>
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
            <AppLink className="link" href={to(`/topics/${topic.slug}`)}>
              {topic.title}
            </AppLink>
            <span>{say(texts.shown, { count: questions })}</span>
            {shownBy.map(({ submissionId, at }) => (
              <AppLink key={submissionId} className="link" href={to(`/practice/answers/${submissionId}`)}>
                {say(texts.answer, { day: formatDate(locale, at, zone) })}
              </AppLink>
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}
