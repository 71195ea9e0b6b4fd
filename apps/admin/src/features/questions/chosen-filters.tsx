import { Icon } from "@tidao/ui/icon";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import type { Facet } from "./facets";
import { type QuestionFilter, questionsHref } from "./question-filter";

/** What narrows the list, each with a way to take it away. */
export function ChosenFilters({ filter, facets }: { filter: QuestionFilter; facets: readonly Facet[] }) {
  const { words, say, to } = pageWords();
  const chips = [
    ...(filter.text
      ? [{ key: "text", label: `“${filter.text}”`, href: to(questionsHref({ ...filter, text: undefined, page: 1 })) }]
      : []),
    ...facets.flatMap(({ name, label, values }) =>
      values
        .filter(({ chosen }) => chosen)
        .map((value) => ({
          key: name,
          label: name === "difficulty" ? `${label} ${value.label}` : value.label,
          href: value.href,
        })),
    ),
  ];
  if (chips.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2 text-sm">
      {chips.map(({ key, label, href }) => (
        <li key={key} className="min-w-0">
          <AppLink
            href={href}
            aria-label={say(words.app.about, { word: words.app.actions.remove, what: label })}
            className="flex min-h-7 items-center gap-1.5 rounded-sm bg-accent-soft px-2 wrap-anywhere text-accent-strong hover:underline"
          >
            {label}
            <Icon name="close" size={12} className="flex-none" />
          </AppLink>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <AppLink href={to("/questions")} className="link flex min-h-7 items-center">
            {words.app.actions.clear}
          </AppLink>
        </li>
      )}
    </ul>
  );
}
