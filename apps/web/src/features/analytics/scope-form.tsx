import { buttonClass, LinkButton } from "@tidao/ui/button";
import { longestTyped } from "@tidao/kernel";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import type { Overview } from "./totals";

/** Every figure of the page for the questions of a search only: a form without script, its state in the address. */
export function ScopeForm({
  scope,
  written,
}: Pick<Overview, "scope"> & {
  /** What cannot be searched as it is. */
  written?: string;
}) {
  const { words, say, to } = pageWords();
  const texts = words.analytics.scope;
  const query = scope?.query ?? written;
  return (
    <form action={to("/analytics")} role="search" aria-label={texts.label} className="grid gap-2">
      <label htmlFor="scope" className="text-sm font-semibold">
        {texts.label}
      </label>
      <span className="flex flex-wrap gap-2">
        <input
          key={query}
          id="scope"
          name="q"
          type="search"
          maxLength={longestTyped}
          defaultValue={query}
          placeholder={texts.placeholder}
          className="input min-w-[min(14rem,100%)] flex-1"
        />
        <button type="submit" className={buttonClass({ variant: "secondary" })}>
          {texts.apply}
        </button>
        {query && (
          <LinkButton link={AppLink} variant="quiet" href={to("/analytics")}>
            {texts.clear}
          </LinkButton>
        )}
      </span>
      {written === undefined && (
        <p role={scope ? "status" : undefined} className="text-sm text-muted">
          {scope ? say(texts.of, { questions: scope.questions }) : texts.hint}
        </p>
      )}
    </form>
  );
}
