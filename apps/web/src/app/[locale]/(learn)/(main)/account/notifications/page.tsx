import type { WebRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requireActor } from "@tidao/next-kit/session";
import { AccountFrame, accountTitle } from "../../../../../../features/account/account-frame";
import { NotificationForm } from "../../../../../../features/account/notification-form";
import { pageWords } from "../../../../../../page-words";

export const generateMetadata = () => ({ title: accountTitle("notifications") });

export default async function NotificationsPage() {
  const { locale, words, say } = pageWords();
  const actor = await requireActor();
  const choices = await loaded((await serverCaller<WebRouter>()).account.getNotifications({}));
  const texts = words.account.notifications;
  const { save, saving, saved } = words.account;
  return (
    <AccountFrame actor={actor} current="notifications">
      <section className="grid max-w-md gap-4" aria-labelledby="notifications">
        <div className="grid gap-1">
          <h2 id="notifications">{texts.title}</h2>
          <p className="text-muted">{texts.lead}</p>
          {!actor.emailVerified && <p className="text-muted">{texts.unverified}</p>}
        </div>
        <NotificationForm
          locale={locale}
          choices={choices}
          words={texts}
          hourHint={say(texts.hourHint, { zone: actor.zone })}
          save={{ save, saving, saved }}
          offline={words.app.state.offline}
        />
        <p className="text-sm text-muted">{texts.security}</p>
      </section>
    </AccountFrame>
  );
}
