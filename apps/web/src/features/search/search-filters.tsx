import { AppLink } from "@tidao/next-kit/app-link";
import { buttonClass } from "@tidao/ui/button";
import { escapeHtml, longestSearch } from "@tidao/kernel";
import { HtmlOnce } from "@tidao/next-kit/html-once";
import { Static } from "@tidao/next-kit/static";
import { Icon, iconHtml } from "@tidao/ui/icon";
import { Menu } from "@tidao/ui/menu";
import type { ReactNode } from "react";
import { pageWords } from "../../page-words";
import type { Found } from "./marked-html";
import { saysItsFilter, searchHref } from "./search-query";

/** Buttons that write the query for those who do not type; what is on is pressed again to take it out. */
export function SearchFilters({ filters }: { filters: Found["filters"] }) {
  const { words, say } = pageWords();
  const { filters: texts, places, states, difficulty } = words.search;
  const { without: _, ...buttons } = filters;
  const isFull = Object.values(buttons).some((choices: { fits: boolean }[]) => choices.some(({ fits }) => !fits));
  return (
    <nav aria-label={texts.label} className="mb-4 grid gap-2 border-y border-line py-3">
      <Static as="div" className="grid gap-2">
        <Row name={texts.places}>
          {filters.places.map(({ value, ...choice }) => (
            <Choice key={value} {...choice} label={places[value]} />
          ))}
        </Row>
        <Row name={texts.states}>
          {filters.states.map(({ value, ...choice }) => (
            <Choice key={value} {...choice} label={states[value]} />
          ))}
        </Row>
      </Static>
      <div className="flex flex-wrap gap-2">
        <ChoiceMenu
          name={texts.topic}
          choices={filters.topics.map(({ value, ...choice }) => ({ ...choice, label: value.title }))}
        />
        <ChoiceMenu
          name={texts.kind}
          choices={filters.kinds.map(({ value, ...choice }) => ({
            ...choice,
            label: words.questionKinds[value],
          }))}
        />
        <ChoiceMenu
          name={texts.difficulty}
          choices={filters.difficulties.map(({ value, ...choice }) => ({
            ...choice,
            label: say(difficulty, { level: value }),
          }))}
        />
      </div>
      {isFull && (
        <p id={whyFull} className="text-sm">
          {say(texts.isFull, { full: texts.full, most: longestSearch })}
        </p>
      )}
    </nav>
  );
}

const Row = ({ name, children }: { name: string; children: ReactNode }) => (
  <div
    role="group"
    aria-label={name}
    className="flex items-center gap-2 max-sm:-mx-4 max-sm:overflow-x-auto max-sm:px-4 max-sm:py-1 max-sm:[scrollbar-width:none] sm:flex-wrap"
  >
    <span aria-hidden className="w-12 flex-none text-sm text-muted">
      {name}
    </span>
    {children}
  </div>
);

const whyFull = "filters-full";
interface ChoiceProps {
  query: string;
  active: boolean;
  fits: boolean;
  label: string;
}
function Choice({ query, active, fits, label }: ChoiceProps) {
  const { words, to } = pageWords();
  if (!fits)
    return (
      <span
        role="link"
        tabIndex={0}
        aria-disabled="true"
        aria-current={active ? "true" : undefined}
        aria-describedby={whyFull}
        className={buttonClass({ size: "small" }, "flex-none whitespace-nowrap")}
      >
        {active && <Icon name="check" size={14} />}
        {label}
        <span className="text-xs">{words.search.filters.full}</span>
      </span>
    );
  return (
    <AppLink
      href={to(searchHref(query))}
      scroll={false}
      aria-current={active ? "true" : undefined}
      className={buttonClass(
        { variant: active ? "primary" : "secondary", size: "small" },
        "flex-none whitespace-nowrap",
      )}
    >
      {active && <Icon name="check" size={14} />}
      {label}
    </AppLink>
  );
}
function ChoiceMenu({ name, choices }: { name: string; choices: ChoiceProps[] }) {
  const { words, say, to } = pageWords();
  const on = choices.find(({ active }) => active);
  const chosen =
    on && (saysItsFilter(name, on.label) ? on.label : say(words.search.filters.active, { name, value: on.label }));
  const label = chosen ?? name;
  const button = (
    <>
      {on && <Icon name="check" size={14} />}
      {label}
      <Icon name="chevron-down" size={14} />
    </>
  );
  return (
    <Menu label={label} button={button} variant={on ? "primary" : "secondary"} size="small">
      <HtmlOnce
        as="div"
        className="max-h-80 overflow-y-auto"
        html={choices
          .map(({ query, active, fits, label: text }) => {
            const current = active ? ' aria-current="true"' : "";
            const inside = `${escapeHtml(text)}${active ? iconHtml("check", 14) : ""}`;
            return fits
              ? `<a data-soft="still" class="menu-item" href="${escapeHtml(to(searchHref(query)))}"${current}>${inside}</a>`
              : `<span class="menu-item text-muted" role="link" tabindex="0" aria-disabled="true" aria-describedby="${whyFull}"${current}>${inside} <small class="whitespace-nowrap">${escapeHtml(words.search.filters.full)}</small></span>`;
          })
          .join("")}
      />
    </Menu>
  );
}
