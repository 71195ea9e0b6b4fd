import { pool } from "@tidao/prisma";

/** Whether the database answers within the time given; a connection that hangs counts as down. */
export async function isDatabaseUp(timeoutMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), timeoutMs);
  });
  const asked = pool.query("select 1").then(
    () => true,
    () => false,
  );
  const up = await Promise.race([asked, late]);
  clearTimeout(timer);
  return up;
}
