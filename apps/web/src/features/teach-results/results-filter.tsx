import { Button } from "@tidao/ui/button";
import { describedBy, Field } from "@tidao/ui/field";
import { Icon } from "@tidao/ui/icon";
import { Select } from "@tidao/ui/select";
import { AppLink } from "../../app-link";
import { pageWords } from "../../page-words";
import { FilterForm } from "../teach/filter-form";
import { learnerStates, resultHref, type ResultQuery } from "./result-query";

interface ResultsFilterProps {
  path: string;
  query: ResultQuery;
  /** How many learners are shown. */
  shown: number;
}

/** Who is shown; kept in the address together with the order. */
export function ResultsFilter({ path, query, shown }: ResultsFilterProps) {
  const { words, say } = pageWords();
  const texts = words.teachResults.list;
  const order = new URL(resultHref(path, { ...query, text: "", state: null }), "http://address.invalid").searchParams;
  const filtered = query.text !== "" || query.state !== null;
  return (
    <FilterForm
      key={JSON.stringify(query)}
      path={path}
      label={texts.find}
      className="flex flex-wrap items-end gap-x-4 gap-y-3"
    >
      {[...order].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Select label={texts.filter} name="state" defaultValue={query.state ?? ""}>
        <option value="">{texts.all}</option>
        {learnerStates.map((state) => (
          <option key={state} value={state}>
            {texts.states[state]}
          </option>
        ))}
      </Select>
      <Field id="learner-search" label={texts.search}>
        <span className="flex gap-2">
          <input
            {...describedBy("learner-search", {})}
            className="input"
            name="q"
            type="search"
            placeholder={texts.searchHint}
            defaultValue={query.text}
            maxLength={100}
          />
          <Button type="submit" icon aria-label={texts.apply}>
            <Icon name="search" />
          </Button>
        </span>
      </Field>
      <p className="flex min-h-10 flex-wrap items-center gap-x-3 text-sm text-muted" role="status">
        {say(texts.shown, { count: shown })}
        {filtered && (
          <AppLink className="link" href={resultHref(path, { ...query, text: "", state: null })} scroll={false}>
            {texts.clear}
          </AppLink>
        )}
      </p>
    </FilterForm>
  );
}
