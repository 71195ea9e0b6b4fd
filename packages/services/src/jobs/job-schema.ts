import { PgBoss } from "pg-boss";

export const jobSchema = "pgboss";
/** Recurring work with its times (UTC). */
export const schedules = {
  "open-feedback": "* * * * *",
  "snapshot-item-difficulty": "17 3 * * *",
  "fit-parameters": "23 4 * * *",
  "purge-expired": "41 * * * *",
  // zones differ by quarters of an hour
  "send-digests": "*/15 * * * *",
  // begun at once when somebody asks; by the clock only what a lost worker left
  "export-data": "* * * * *",
  "erase-accounts": "23 4 * * *",
} as const;
export type JobName = keyof typeof schedules;

/**
 * Creates or upgrades the queue's tables as the owner and lets the application's role use them. Safe to run at each start.
 * @param ownerUrl connection of the role that may do DDL
 */
export async function createJobSchema(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: jobSchema, max: 2, supervise: false, schedule: false });
  boss.on("error", () => {});
  await boss.start();
  for (const [name, cron] of Object.entries(schedules)) {
    await boss.createQueue(name, { policy: "singleton" });
    await boss.schedule(name, cron);
  }
  await boss.getDb().executeSql(
    `grant usage on schema ${jobSchema} to tidao_app;
     grant select, insert, update, delete on all tables in schema ${jobSchema} to tidao_app;
     grant usage, select on all sequences in schema ${jobSchema} to tidao_app;
     grant execute on all functions in schema ${jobSchema} to tidao_app;`,
    [],
  );
  await boss.stop({ graceful: false });
}
