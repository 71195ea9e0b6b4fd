import { Button } from "@tidao/ui/button";
import { Icon } from "@tidao/ui/icon";
import { Kbd } from "@tidao/ui/kbd";
import { Select } from "@tidao/ui/select";
import { pageWords } from "../../page-words";
import { FacetSelects } from "./facet-selects";
import type { Facet } from "./facets";
import { type QuestionFilter, questionOrders } from "./question-filter";

/** One form without script: words for all, the facets as lists where there is no room for a column of them. */
export function FilterForm({ filter, facets }: { filter: QuestionFilter; facets: readonly Facet[] }) {
  const { words, say, to } = pageWords();
  const texts = words.admin.questions;
  return (
    <form action={to("/questions")} role="search" className="grid gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <div className="field min-w-[min(15rem,100%)] flex-1">
          <label htmlFor="question-search" className="field-label flex items-center gap-2">
            {texts.search}
            <Kbd>/</Kbd>
          </label>
          <input
            id="question-search"
            type="search"
            name="text"
            data-search
            className="input"
            defaultValue={filter.text ?? ""}
            placeholder={texts.searchHint}
            aria-keyshortcuts="/"
            maxLength={200}
          />
        </div>
        <div className="w-44">
          <Select id="question-order" label={texts.order.label} name="order" defaultValue={filter.order ?? "id"}>
            {questionOrders.map((order) => (
              <option key={order} value={order}>
                {texts.order[order]}
              </option>
            ))}
          </Select>
        </div>
        <Button type="submit">
          <Icon name="search" />
          {words.app.actions.search}
        </Button>
      </div>
      <FacetSelects
        facets={facets}
        words={{
          any: texts.facets.any,
          choice: (value, count) => say(texts.facets.choice, { value, count }),
        }}
      />
    </form>
  );
}
