import type { WebRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requirePermission } from "@tidao/next-kit/session";
import { cache } from "react";
import { addressId } from "../../../../../features/teach/address-id";
import { BankPreview } from "../../../../../features/teach/bank-preview";
import { findPreview } from "../../../../../features/teach/find-preview";
import { AddButton } from "../../../../../features/teach/set/add-button";
import {
  bankFilterOf,
  bankHref,
  type BankFilter,
  type BankInput,
  type Query,
} from "../../../../../features/teach/set/bank-filter";
import { BankPanel } from "../../../../../features/teach/set/bank-panel";
import { SetDraft } from "../../../../../features/teach/set/set-draft";
import { SetView } from "../../../../../features/teach/set/set-view";
import { PageWidth } from "../../../../../page-width";
import { pageWords } from "../../../../../page-words";

interface SetPageProps {
  params: Promise<{ setId: string }>;
  searchParams: Promise<Query>;
}
/** Once for the title and the page. */
const loadSet = cache(async (setId: string) =>
  loaded((await serverCaller<WebRouter>()).sets.getSet({ setId: addressId(setId) })),
);

export async function generateMetadata({ params }: SetPageProps) {
  await requirePermission("set.manage");
  return { title: (await loadSet((await params).setId)).set.title };
}

const inputOf = ({ q, topic, kind, level, page }: BankFilter, kinds: Readonly<Record<string, string>>): BankInput => ({
  text: q || null,
  topic: topic || null,
  kind: kind in kinds ? (kind as BankInput["kind"]) : null,
  difficulty: level ? Number(level) : null,
  page: page ? Number(page) : null,
});

export default async function SetPage({ params, searchParams }: SetPageProps) {
  await requirePermission("set.manage");
  const [{ setId }, query] = await Promise.all([params, searchParams]);
  const { locale, words, to } = pageWords();
  const api = await serverCaller<WebRouter>();
  const filter = bankFilterOf(query);
  const [stored, bank, topics, classes, preview] = await Promise.all([
    loadSet(setId),
    loaded(api.sets.browseBank(inputOf(filter, words.questionKinds))),
    loaded(api.topics.listTopics({})),
    loaded(api.teach.listClasses({})),
    findPreview(query),
  ]);
  const path = to(`/teach/sets/${setId}`);
  const asked = query["panel"];
  const panel = asked === "bank" || (asked === undefined && stored.items.length === 0) ? "bank" : "set";
  const href = (change: Record<string, string> = {}) => bankHref(path, filter, { panel, ...change });
  const { set, bank: texts } = words.teach;
  return (
    <PageWidth>
      <SetDraft stored={stored}>
        <SetView
          set={stored.set}
          classes={classes.filter((one) => !one.archived)}
          panel={panel}
          hrefOf={(name) => href({ panel: name })}
          previewHref={`${href()}&preview=`}
          bank={
            <BankPanel path={path} filter={filter} bank={bank} topics={topics.filter((topic) => topic.questions > 0)} />
          }
        />
        {preview && (
          <BankPreview
            question={preview}
            closeHref={href()}
            variantHref={(seed) =>
              href({ preview: preview.questionId, v: preview.versionId, seed: seed ? String(seed) : "" })
            }
            actions={
              // a key, as it comes to stand among the preview's own buttons
              <AddButton
                key="add"
                question={preview}
                locale={locale}
                words={{
                  add: texts.add,
                  added: texts.added,
                  full: set.full,
                  removed: set.removed,
                  undo: words.app.actions.undo,
                  about: words.app.about,
                }}
              />
            }
          />
        )}
      </SetDraft>
    </PageWidth>
  );
}
