import { formatDay, formatDuration } from "@tidao/i18n/format";
import { Disclosure } from "@tidao/ui/disclosure";
import { Notice } from "@tidao/ui/notice";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";
import { DeadlineForm } from "./deadline-form";

type Path = ApiData["paths"]["getPath"]["path"];

/** The day that the learner has set for a path, what it asks for, and whether that is realistic. */
export function PathDeadline({ path: { slug, deadline }, today }: { path: Path; today: string }) {
  const { locale, words } = pageWords();
  const texts = words.paths.deadline;
  return (
    <section aria-labelledby="deadline" className="grid gap-2">
      <h2 id="deadline" className="sr-only">
        {texts.title}
      </h2>
      {deadline && <Pace deadline={deadline} />}
      {/* the key shuts it once the day has changed */}
      <Disclosure key={deadline?.date ?? ""} summary={deadline ? texts.change : texts.set}>
        <DeadlineForm
          slug={slug}
          date={deadline?.date ?? null}
          today={today}
          words={texts}
          failure={{ locale, offline: words.app.state.offline }}
        />
      </Disclosure>
    </section>
  );
}

function Pace({
  deadline: { date, daysLeft, stepsLeft, minutesPerDay, verdict },
}: {
  deadline: NonNullable<Path["deadline"]>;
}) {
  const { locale, words, say } = pageWords();
  const texts = words.paths.deadline;
  const day = formatDay(locale, date);
  if (verdict === "done") return <p>{say(texts.done, { date: day })}</p>;
  if (verdict === "past" || minutesPerDay === null)
    return (
      <Notice kind="warning" word={words.app.notice.warning}>
        <p>{say(texts.past, { date: day, steps: stepsLeft })}</p>
      </Notice>
    );
  const pace = say(texts.pace, {
    date: day,
    days: daysLeft,
    steps: stepsLeft,
    time: formatDuration(locale, minutesPerDay * 60),
  });
  if (verdict === "steady") return <p>{pace}</p>;
  return (
    <Notice
      kind={verdict === "intense" ? "info" : "warning"}
      word={words.app.notice[verdict === "intense" ? "info" : "warning"]}
      title={pace}
    >
      <p>{texts[verdict]}</p>
    </Notice>
  );
}
