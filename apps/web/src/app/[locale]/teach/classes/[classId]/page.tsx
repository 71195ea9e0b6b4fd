import type { WebRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requirePermission } from "@tidao/next-kit/session";
import { cache } from "react";
import { addressId } from "../../../../../features/teach/address-id";
import { ClassView } from "../../../../../features/teach/class-view";
import { PageWidth } from "../../../../../page-width";

interface ClassPageProps {
  params: Promise<{ classId: string }>;
}
/** Once for the title and the page. */
const loadClass = cache(async (classId: string) =>
  loaded((await serverCaller<WebRouter>()).teach.getClass({ classId: addressId(classId) })),
);

export async function generateMetadata({ params }: ClassPageProps) {
  await requirePermission("class.teach");
  return { title: (await loadClass((await params).classId)).name };
}

export default async function ClassPage({ params }: ClassPageProps) {
  const { zone } = await requirePermission("class.teach");
  const { classId } = await params;
  const api = await serverCaller<WebRouter>();
  const [room, members, assignments] = await Promise.all([
    loadClass(classId),
    loaded(api.teach.listMembers({ classId: addressId(classId) })),
    loaded(api.teach.listClassAssignments({ classId: addressId(classId) })),
  ]);
  return (
    <PageWidth>
      <ClassView room={room} members={members} assignments={assignments} zone={zone} now={new Date()} />
    </PageWidth>
  );
}
