import { DomainError } from "@tidao/kernel";
import type { Connection } from "@tidao/prisma";
import { countActiveAdmins } from "../users/user.repo";
import { type DeletionRow, listClassesWithOthers } from "./erasure.repo";

/**
 * An account may go when nobody depends on it. Call with `lockRoles` held, so that two administrators cannot leave at once.
 * @throws LAST_ADMIN; CLASSES_OWNED {count} while others are in a class of this account or have worked in it
 */
export async function assertMayLeave(connection: Connection, userId: string, { admin }: DeletionRow): Promise<void> {
  if (admin && (await countActiveAdmins(connection)) <= 1) throw new DomainError("LAST_ADMIN");
  const classes = await listClassesWithOthers(userId, connection);
  if (classes.length > 0) throw new DomainError("CLASSES_OWNED", { count: classes.length });
}
