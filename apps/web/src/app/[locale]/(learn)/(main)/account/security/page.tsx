import type { WebRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requireActor } from "@tidao/next-kit/session";
import { AccountFrame, accountTitle } from "../../../../../../features/account/account-frame";
import { EmailSection } from "../../../../../../features/account/email-section";
import { PasswordSection } from "../../../../../../features/account/password-section";
import { SessionList } from "../../../../../../features/account/session-list";

export const generateMetadata = () => ({ title: accountTitle("security") });

export default async function SecurityPage() {
  const actor = await requireActor();
  const api = await serverCaller<WebRouter>();
  const [account, sessions] = await Promise.all([
    loaded(api.account.getAccount({})),
    loaded(api.account.listSessions({})),
  ]);
  return (
    <AccountFrame actor={actor} current="security">
      <div className="grid gap-12">
        <PasswordSection account={account} />
        <EmailSection account={account} />
        <SessionList sessions={sessions} zone={actor.zone} now={new Date()} />
      </div>
    </AccountFrame>
  );
}
