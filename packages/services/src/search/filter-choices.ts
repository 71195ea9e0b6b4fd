import { questionKinds } from "@tidao/grading/spec";
import { isTooLong, type Locale } from "@tidao/kernel";
import { together } from "./conflicting-filters";
import { asksForQuestions, emptyQuery, isEmptyQuery, type SearchQuery, type TopicName } from "./parse-query";
import { printQuery } from "./print-query";
import { type Place, places, states } from "./query-words";
import type { SearchDto } from "./search.dto";

/** Buttons for those who do not type: each is the query with this filter in it, or taken out where it is in. */
export function filterChoices(query: SearchQuery, topics: readonly TopicName[], locale: Locale): SearchDto["filters"] {
  const leadingTo = (part: Partial<SearchQuery>) => {
    const printed = printQuery({ ...query, ...part }, locale);
    return { query: printed, fits: !isTooLong(printed) };
  };
  const only = <T>(value: T | null) => (value === null ? [] : [{ value, not: false }]);
  const has = <T>(list: readonly { value: T; not: boolean }[], value: T) => list.some((each) => !each.not && each.value === value);
  const place = (value: Place) => {
    const active = has(query.places, value);
    const leaves = !active && value !== "questions" && asksForQuestions(query);
    return { value, active, ...leadingTo({ places: only(active ? null : value), ...(leaves && { kinds: [], states: [], difficulties: [] }) }) };
  };
  // what only questions have takes the search to the questions
  const atQuestions = query.places.filter(({ value, not }) => not || value === "questions");
  return {
    places: places.map(place),
    states: states.map((value) => {
      const active = has(query.states, value);
      const others = query.states.filter((each) => each.value !== value);
      // of those that no question has at once the one that is pressed takes the other's place; all else adds up
      const added = [...others.filter((each) => each.not || together(each.value, value)), ...only(value)];
      return { value, active, ...leadingTo({ places: atQuestions, states: active ? others : added }) };
    }),
    kinds: questionKinds.map((value) => {
      const active = has(query.kinds, value);
      return { value, active, ...leadingTo({ places: atQuestions, kinds: only(active ? null : value) }) };
    }),
    difficulties: [1, 2, 3, 4, 5].map((value) => {
      const active = query.difficulties.some(({ value: { from, to }, not }) => !not && from === value && to === value);
      return { value, active, ...leadingTo({ places: atQuestions, difficulties: only(active ? null : { from: value, to: value }) }) };
    }),
    topics: topics.map(({ slug, title }) => {
      const active = query.topics.some(({ value, not }) => !not && value.slugs.length === 1 && value.slugs[0] === slug);
      return { value: { slug, title: title[locale] }, active, ...leadingTo({ topics: only(active ? null : { slugs: [slug], written: slug }) }) };
    }),
    without: isEmptyQuery({ ...query, texts: [] }) || query.texts.length === 0 ? null : printQuery({ ...emptyQuery, texts: query.texts }, locale),
  };
}
