import type { AdminRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requirePermission } from "@tidao/next-kit/session";
import { DeskView } from "../../../features/desk/desk-view";
import { pageWords } from "../../../page-words";

export const generateMetadata = () => ({ title: pageWords().words.admin.desk.title });

export default async function DeskPage() {
  const actor = await requirePermission("question.read");
  const api = await serverCaller<AdminRouter>();
  return <DeskView desk={await loaded(api.questions.getDesk({}))} zone={actor.zone} now={new Date()} />;
}
