/** Of a hundred that PostgreSQL allows by default, so that web, admin and worker fit beside each other. */
const most = 20;

/**
 * Connections of one process. Backends beyond twice the processors only take turns: on two cores each answer cost the more,
 * the more of them there were, and where many answer one question they wait for each other's rows. One process keeps no
 * more than twenty busy, whatever the machine.
 * @param given `DB_POOL`, which comes first
 */
export const poolSize = (processors: number, given?: string): number =>
  Number(given ?? Math.min(most, Math.max(4, 2 * processors)));
