import { Icon } from "@tidao/ui/icon";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";

type Start = Extract<ApiData["home"]["getHome"]["next"], { kind: "start" }>;

/** The two paths that answer "where do I begin?"; an editor may archive either, and then its door is gone. */
const wholeCourse = "whole-course";
const interview = "interview-essentials";

/** For someone who has done nothing yet: three ways to begin. */
export function Doors({ paths, questions }: Pick<Start, "paths" | "questions">) {
  const { words, say, to } = pageWords();
  const texts = words.home.doors;
  const find = (slug: string) => paths.find((path) => path.slug === slug);
  const [learn, soon] = [find(wholeCourse), find(interview)];
  const doors = [
    ...(learn
      ? [{ href: to(`/paths/${learn.slug}`), title: texts.learn, hint: say(texts.learnHint, { steps: learn.steps }), go: texts.toPath }]
      : [{ href: to("/topics"), title: texts.learn, hint: texts.learnTopics, go: texts.toTopics }]),
    ...(soon
      ? [{ href: to(`/paths/${soon.slug}`), title: texts.interview, hint: say(texts.interviewHint, { steps: soon.steps, hours: soon.hours }), go: texts.toPath }]
      : []),
    ...(questions > 0 ? [{ href: to("/practice"), title: texts.test, hint: say(texts.testHint, { count: questions }), go: texts.toPractice }] : []),
  ];
  return (
    <section className="grid gap-6" aria-labelledby="doors">
      <div className="grid gap-1">
        <h1 id="doors" className="text-2xl">
          {texts.title}
        </h1>
        <p className="text-muted">{texts.lead}</p>
      </div>
      <ul className="grid gap-4 md:grid-cols-3">
        {doors.map(({ href, title, hint, go }) => (
          <li key={title} className="grid">
            <AppLink href={href} className="card group grid content-between gap-6 p-6 hover:border-accent">
              <span className="grid gap-2">
                <span className="text-lg font-semibold">{title}</span>
                <span className="text-muted">{hint}</span>
              </span>
              <span className="flex items-center gap-2 font-semibold text-accent">
                {go}
                <Icon name="arrow-right" />
              </span>
            </AppLink>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
        <AppLink className="link" href={to("/topics")}>
          {texts.browse}
        </AppLink>
        <AppLink className="link" href={to("/join")}>
          {texts.join}
        </AppLink>
      </p>
    </section>
  );
}
