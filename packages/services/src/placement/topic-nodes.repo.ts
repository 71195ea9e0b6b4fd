import type { TopicNode } from "@tidao/measurement";
import { named, pool, type Queryable } from "@tidao/prisma";

/** The prerequisite graph. */
export async function listTopicNodes(connection: Queryable = pool): Promise<TopicNode[]> {
  const { rows } = await connection.query<TopicNode>(named(`select slug, prerequisites from topic where archived_at is null order by number`, []));
  return rows;
}
