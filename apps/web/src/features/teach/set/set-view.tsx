import { Icon } from "@tidao/ui/icon";
import { Menu } from "@tidao/ui/menu";
import { Notice } from "@tidao/ui/notice";
import { PageHeader } from "@tidao/ui/page-header";
import { Tabs } from "@tidao/ui/tabs";
import type { ReactNode } from "react";
import type { ApiData } from "../../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../../page-words";
import { BackLink } from "../back-link";
import { ArchiveButton, RenameButton, RestoreButton } from "../keeping-buttons";
import { SetPanel } from "./set-panel";
import { SetTotals } from "./set-totals";

interface SetViewProps {
  set: ApiData["sets"]["getSet"]["set"];
  classes: readonly { id: string; name: string }[];
  /** Which of the two parts a phone shows. */
  panel: "bank" | "set";
  hrefOf: (panel: "bank" | "set") => string;
  previewHref: string;
  bank: ReactNode;
}

/** The bank on the left, the set on the right; one of them at a time on a phone. */
export function SetView({ set, classes, panel, hrefOf, previewHref, bank }: SetViewProps) {
  const { locale, words, say, to } = pageWords();
  const { set: texts, questions, points } = words.teach;
  const { actions, state, notice } = words.app;
  const failure = { locale, offline: state.offline };
  const kept = { what: "set", id: set.id } as const;
  const rename = { rename: texts.rename, name: words.teach.sets.name, saving: words.teach.saving };
  return (
    <>
      <PageHeader
        over={<BackLink href={to("/teach/sets")}>{texts.back}</BackLink>}
        title={<span className="wrap-anywhere">{set.title}</span>}
        actions={
          <>
            <RenameButton kept={kept} name={set.title} words={rename} actions={actions} failure={failure} />
            {!set.archived && <ArchiveButton kept={kept} words={texts} actions={actions} failure={failure} />}
            {!set.archived && (
              <Menu
                label={texts.assign}
                variant="primary"
                button={
                  <>
                    {texts.assign}
                    <Icon name="chevron-down" size={14} />
                  </>
                }
              >
                {classes.map(({ id, name }) => (
                  <AppLink key={id} className="menu-item" href={to(`/teach/classes/${id}/assign?set=${set.id}`)}>
                    {say(texts.assignTo, { name })}
                  </AppLink>
                ))}
                {classes.length === 0 && (
                  <AppLink className="menu-item" href={to("/teach")}>
                    {texts.assignNoClass}
                  </AppLink>
                )}
              </Menu>
            )}
          </>
        }
      />
      {set.archived && (
        <div className="mb-6">
          <Notice
            kind="warning"
            word={notice.warning}
            title={texts.archivedTitle}
            action={<RestoreButton kept={kept} words={texts} failure={failure} />}
          >
            {texts.archivedBody}
          </Notice>
        </div>
      )}
      <div className="mb-5 lg:hidden">
        <Tabs
          label={texts.panels}
          link={AppLink}
          tabs={(["set", "bank"] as const).map((name) => ({
            href: hrefOf(name),
            label: name === "set" ? texts.inSet : texts.bank,
            current: name === panel,
          }))}
        />
      </div>
      <div className="grid items-start gap-x-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <section className={panel === "set" ? "max-lg:hidden" : undefined} aria-label={texts.bank}>
          {bank}
          <p className="sticky bottom-0 z-10 -mx-4 mt-4 flex items-center justify-between gap-4 border-t border-line bg-paper px-4 py-2 short:static lg:hidden">
            <span>
              <SetTotals words={{ total: texts.total, questions, points }} locale={locale} />
            </span>
            <AppLink className="button button-secondary button-small" href={hrefOf("set")}>
              {texts.inSet}
            </AppLink>
          </p>
        </section>
        <section
          className={`lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto lg:border-s lg:border-line lg:ps-6 ${panel === "bank" ? "max-lg:hidden" : ""}`}
          aria-label={texts.inSet}
        >
          <SetPanel previewHref={previewHref} />
        </section>
      </div>
    </>
  );
}
