import { buttonClass, LinkButton } from "@tidao/ui/button";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import type { Overview } from "./totals";

/** Every figure of the page for the questions of a search only: a form without script, its state in the address. */
export function ScopeForm({ scope }: Pick<Overview, "scope">) {
  const { words, say, to } = pageWords();
  const texts = words.analytics.scope;
  return (
    <form action={to("/analytics")} role="search" aria-label={texts.label} className="grid gap-2">
      <label htmlFor="scope" className="text-sm font-semibold">
        {texts.label}
      </label>
      <span className="flex flex-wrap gap-2">
        <input
          key={scope?.query}
          id="scope"
          name="q"
          type="search"
          maxLength={300}
          defaultValue={scope?.query}
          placeholder={texts.placeholder}
          className="input min-w-56 flex-1"
        />
        <button type="submit" className={buttonClass({ variant: "secondary" })}>
          {texts.apply}
        </button>
        {scope && (
          <LinkButton link={AppLink} variant="quiet" href={to("/analytics")}>
            {texts.clear}
          </LinkButton>
        )}
      </span>
      <p role={scope ? "status" : undefined} className="text-sm text-muted">
        {scope ? say(texts.of, { questions: scope.questions }) : texts.hint}
      </p>
    </form>
  );
}
