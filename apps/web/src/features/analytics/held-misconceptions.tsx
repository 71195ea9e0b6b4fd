import { formatDate } from "@tidao/i18n/format";
import { LinkButton } from "@tidao/ui/button";
import { Disclosure } from "@tidao/ui/disclosure";
import { AppLink } from "@tidao/next-kit/app-link";
import { escapeHtml } from "@tidao/kernel";
import { pageWords } from "../../page-words";
import { practiceOf, within } from "./practice-of";
import type { Overview } from "./totals";

type Held = Pick<Overview, "misconceptions"> & { zone: string };
type HeldProps = Held & Pick<Overview, "scope" | "misconceptionsInAll">;
const shownAtOnce = 4;

/** Wrong beliefs that the latest answers still show, each with those answers and the way to answer again. */
export function HeldMisconceptions({ misconceptions, misconceptionsInAll, zone, scope }: HeldProps) {
  const { words, say, to } = pageWords();
  const texts = words.analytics.misconceptions;
  return (
    <section className="grid gap-4" aria-labelledby="misconceptions">
      <h2 id="misconceptions">{texts.title}</h2>
      <p className={misconceptions.length > 0 ? "chart-sentence" : "text-muted"}>
        {misconceptions.length > 0 ? say(texts.sentence, { count: misconceptionsInAll }) : texts.none}
      </p>
      <Beliefs misconceptions={misconceptions.slice(0, shownAtOnce)} zone={zone} />
      {misconceptions.length > shownAtOnce && (
        <Disclosure summary={say(texts.more, { count: misconceptions.length - shownAtOnce })}>
          <Beliefs misconceptions={misconceptions.slice(shownAtOnce)} zone={zone} />
        </Disclosure>
      )}
      {misconceptionsInAll > misconceptions.length && (
        <p className="text-sm text-muted">{say(texts.listed, { count: misconceptions.length })}</p>
      )}
      {misconceptions.length > 0 && (
        <p>
          <LinkButton link={AppLink} href={to(practiceOf(within(scope, texts.query)))}>
            {texts.go}
          </LinkButton>
        </p>
      )}
    </section>
  );
}

function Beliefs(held: Held) {
  // oxlint-disable-next-line react/no-danger -- beliefsHtml escapes
  return <ul className="grid gap-3" dangerouslySetInnerHTML={{ __html: beliefsHtml(held) }} />;
}

/** A dozen beliefs are a hundred and fifty elements. What is rendered comes sanitised from the content compiler; every other text goes through `escapeHtml`. */
function beliefsHtml({ misconceptions, zone }: Held): string {
  const { locale, words, say, to } = pageWords();
  const texts = words.analytics.misconceptions;
  const link = (path: string, text: string) =>
    `<a data-soft="" class="link" href="${escapeHtml(to(path))}">${escapeHtml(text)}</a>`;
  return misconceptions
    .map(({ feedback: { beliefHtml, truthHtml }, topic, questions, shownBy }) => {
      const shown = shownBy.map(({ submissionId, at }) =>
        link(`/practice/answers/${submissionId}`, say(texts.answer, { day: formatDate(locale, at, zone) })),
      );
      return (
        `<li class="card grid gap-2 p-4"><p class="font-semibold"><span>${beliefHtml}</span></p>` +
        `<p class="text-sm"><span class="text-muted">${escapeHtml(texts.truth)}</span><span>${truthHtml}</span></p>` +
        `<p class="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">${link(`/topics/${topic.slug}`, topic.title)}` +
        `<span>${escapeHtml(say(texts.shown, { count: questions }))}</span>${shown.join("")}</p></li>`
      );
    })
    .join("");
}
