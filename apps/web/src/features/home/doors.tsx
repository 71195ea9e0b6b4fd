import { Icon } from "@tidao/ui/icon";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { Kbd } from "@tidao/ui/kbd";
import { pageWords } from "../../page-words";
import { DoorKeys } from "./door-keys";

type Start = Extract<ApiData["home"]["getHome"]["next"], { kind: "start" }>;

/** The path that answers "where do I begin?"; where an editor has archived it, the topics do. */
const wholeCourse = "whole-course";

/** For someone who has done nothing yet: three ways to begin. */
export function Doors({ paths, questions }: Pick<Start, "paths" | "questions">) {
  const { words, say, to } = pageWords();
  const texts = words.home.doors;
  const learn = paths.find((path) => path.slug === wholeCourse);
  const doors = [
    ...(learn
      ? [
          {
            href: to(`/paths/${learn.slug}`),
            title: texts.learn,
            hint: say(texts.learnHint, { steps: learn.steps }),
            go: texts.toPath,
          },
        ]
      : [{ href: to("/topics"), title: texts.learn, hint: texts.learnTopics, go: texts.toTopics }]),
    ...(questions > 0
      ? [{ href: to("/plan"), title: texts.interview, hint: words.plan.door.hint, go: words.plan.door.go }]
      : []),
    ...(questions > 0
      ? [
          {
            href: to("/placement"),
            title: texts.test,
            hint: texts.testHint,
            go: texts.toPractice,
          },
        ]
      : []),
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
        {doors.map(({ href, title, hint, go }, index) => (
          <li key={title} className="grid">
            <AppLink
              href={href}
              data-door={index + 1}
              aria-keyshortcuts={index === 0 ? "1 Enter" : String(index + 1)}
              className="card group grid content-between gap-6 p-6 hover:border-accent"
            >
              <span className="grid gap-2">
                <span className="text-lg font-semibold">{title}</span>
                <span className="text-muted">{hint}</span>
              </span>
              <span className="flex items-center gap-2 font-semibold text-accent">
                {go}
                <Icon name="arrow-right" />
                <Kbd>{index + 1}</Kbd>
              </span>
            </AppLink>
          </li>
        ))}
      </ul>
      <DoorKeys />
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
