import { Button } from "@tidao/ui/button";
import { Icon } from "@tidao/ui/icon";
import { Kbd } from "@tidao/ui/kbd";
import { Select } from "@tidao/ui/select";
import { TextField } from "@tidao/ui/text-field";
import { pageWords } from "../../page-words";
import type { AuditFilter } from "./audit-filter";
import { actionsOn, auditResources, auditWords } from "./audit-words";

/** One form without script: who, did what, to what. */
export function AuditFilterForm({ filter }: { filter: AuditFilter }) {
  const { words, to } = pageWords();
  const texts = words.admin.audit;
  return (
    <form
      action={to("/audit")}
      role="search"
      className="grid grid-cols-2 items-end gap-3 lg:grid-cols-[1.2fr_1fr_0.8fr_1.2fr_auto]"
    >
      <TextField
        label={
          <span className="inline-flex items-center gap-2">
            {texts.actor}
            <Kbd>/</Kbd>
          </span>
        }
        type="search"
        name="actor"
        data-search
        defaultValue={filter.actor ?? ""}
        placeholder={texts.actorHint}
        aria-keyshortcuts="/"
        maxLength={200}
      />
      {filter.by && <input type="hidden" name="by" value={filter.by} />}
      <Select label={texts.action} name="action" defaultValue={filter.action ?? ""}>
        <option value="">{texts.anyAction}</option>
        {auditResources.map((resource) => (
          <optgroup key={resource} label={texts.resources[resource]}>
            {actionsOn(resource).map((action) => (
              <option key={action} value={action}>
                {auditWords(texts, action, "names")}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
      <Select label={texts.resource} name="resource" defaultValue={filter.resourceKind ?? ""}>
        <option value="">{texts.anyResource}</option>
        {auditResources.map((resource) => (
          <option key={resource} value={resource}>
            {texts.resources[resource]}
          </option>
        ))}
      </Select>
      <TextField
        label={texts.id}
        name="id"
        defaultValue={filter.resourceId ?? ""}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={100}
      />
      <Button type="submit" className="max-lg:col-span-2 max-lg:justify-self-start">
        <Icon name="search" />
        {words.app.actions.search}
      </Button>
    </form>
  );
}
