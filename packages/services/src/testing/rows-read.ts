import { pool, type Queryable } from "@tidao/prisma";

interface Plan {
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  Plans?: Plan[];
}
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** How many rows of a table PostgreSQL reads for the one statement of `work`, those that it then drops counted. */
export async function rowsRead(table: string, work: (connection: Queryable) => Promise<unknown>): Promise<number> {
  let plan: Plan | undefined;
  const query = async ({ text, values }: { text: string; values: unknown[] }) => {
    const { rows } = await pool.query<{ "QUERY PLAN": [{ Plan: Plan }] }>(`explain (analyze, format json) ${text}`, values);
    plan = rows[0]!["QUERY PLAN"][0].Plan;
    return { rows: [] };
  };
  await work({ query } as unknown as Queryable);
  return nodes(plan!)
    .filter((node) => node["Relation Name"] === table)
    .reduce((sum, node) => sum + node["Actual Loops"] * (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)), 0);
}
