import { can } from "@tidao/access";
import type { AdminRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requirePermission } from "@tidao/next-kit/session";
import { notFound } from "next/navigation";
import { PersonView } from "../../../../../features/people/person-view";
import { isId } from "../../../../../features/people/is-id";
import { pageWords } from "../../../../../page-words";

// not the person's name: titles stay in the browser's history
export const generateMetadata = () => ({ title: pageWords().words.admin.users.title });

export default async function UserPage({ params }: { params: Promise<{ userId: string }> }) {
  const actor = await requirePermission("user.read");
  const { userId } = await params;
  if (!isId(userId)) notFound();
  const api = await serverCaller<AdminRouter>();
  const [person, trail] = await loaded(
    Promise.all([
      api.users.getUser({ userId }),
      can(actor, "audit.read") ? api.audit.listAudit({ resourceKind: "user", resourceId: userId }) : null,
    ]),
  );
  return <PersonView person={person} trail={trail && trail.entries} actor={actor} zone={actor.zone} now={new Date()} />;
}
