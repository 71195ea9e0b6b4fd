import { Button } from "@tidao/ui/button";
import { Icon } from "@tidao/ui/icon";
import { Kbd } from "@tidao/ui/kbd";
import { Select } from "@tidao/ui/select";
import { pageWords } from "../../page-words";
import { addedRoles, type PeopleFilter, stateOf } from "./people-filter";

/** One form without script; what it asks for stands in the address. */
export function PeopleFilterForm({ filter }: { filter: PeopleFilter }) {
  const { words, to } = pageWords();
  const texts = words.admin.users;
  return (
    <form action={to("/users")} role="search" className="flex flex-wrap items-end gap-3">
      <div className="field min-w-[min(15rem,100%)] flex-1">
        <label htmlFor="people-search" className="field-label flex items-center gap-2">
          {texts.search}
          <Kbd>/</Kbd>
        </label>
        <input
          id="people-search"
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
      <div className="min-w-32 flex-1 sm:max-w-44">
        <Select label={texts.role} name="role" defaultValue={filter.role ?? ""}>
          <option value="">{texts.anyRole}</option>
          {addedRoles.map((role) => (
            <option key={role} value={role}>
              {words.admin.roles[role]}
            </option>
          ))}
        </Select>
      </div>
      <div className="min-w-32 flex-1 sm:max-w-44">
        <Select label={texts.state} name="state" defaultValue={stateOf(filter) ?? ""}>
          <option value="">{texts.anyState}</option>
          <option value="active">{texts.active}</option>
          <option value="suspended">{texts.suspended}</option>
        </Select>
      </div>
      <Button type="submit">
        <Icon name="search" />
        {words.app.actions.search}
      </Button>
    </form>
  );
}
