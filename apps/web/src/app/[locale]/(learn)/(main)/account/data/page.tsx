import type { WebRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requireActor } from "@tidao/next-kit/session";
import { AccountFrame, accountTitle } from "../../../../../../features/account/account-frame";
import { AccessList } from "../../../../../../features/account-data/access-list";
import { DeletionSection } from "../../../../../../features/account-data/deletion-section";
import { ExportSection } from "../../../../../../features/account-data/export-section";
import { pageWords } from "../../../../../../page-words";

export function generateMetadata() {
  return { title: accountTitle("data") };
}

/** What the address says after `?page=`; anything that is no page is the first. */
const pageOf = (wanted: string | string[] | undefined) => {
  const page = Number(wanted);
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
};

export default async function AccountDataPage({
  searchParams,
}: {
  searchParams: Promise<{ page?: string | string[] }>;
}) {
  const { words } = pageWords();
  const actor = await requireActor();
  const { zone, email } = actor;
  const { accountData } = await serverCaller<WebRouter>();
  const page = pageOf((await searchParams).page);
  const [state, looked, deletion] = await loaded(
    Promise.all([accountData.getExport({}), accountData.listAccesses({ page }), accountData.getDeletion({})]),
  );
  return (
    <AccountFrame actor={actor} current="data">
      <p className="max-w-2xl text-muted">{words.accountData.lead}</p>
      <div className="grid gap-12">
        <ExportSection state={state} zone={zone} />
        <AccessList looked={looked} zone={zone} />
        <DeletionSection deletion={deletion} email={email} zone={zone} />
      </div>
    </AccountFrame>
  );
}
