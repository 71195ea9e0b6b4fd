import type { UserActor } from "@tidao/access";
import type { WebRouter } from "@tidao/api/client";
import { zonedTime } from "@tidao/i18n/format";
import { AppLink } from "@tidao/next-kit/app-link";
import { serverCaller } from "@tidao/next-kit/caller";
import { pageWords } from "../../page-words";

/** Over every page of an account that waits to be deleted: until when it can be taken back, and where. */
export async function DeletionBanner({ actor }: { actor: UserActor }) {
  if (!actor.deletionRequestedAt) return null;
  const { locale, words, say, to } = pageWords();
  const { erasedFrom } = await (await serverCaller<WebRouter>()).accountData.getDeletion({});
  if (!erasedFrom) return null;
  const texts = words.accountData.banner;
  return (
    <aside className="border-b border-warning bg-warning-soft print-hidden" aria-label={words.app.notice.warning}>
      <p className="mx-auto flex w-full max-w-6xl flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
        {say(texts.text, { time: zonedTime(locale, erasedFrom, actor.zone).text })}
        <AppLink className="link" href={`${to("/account/data")}#deletion`}>
          {texts.open}
        </AppLink>
      </p>
    </aside>
  );
}
