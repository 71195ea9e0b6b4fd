import pg from "pg";

/** Reads (and, to set a scene, writes) the served product's database as its owner. */
export async function sql<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

export async function countOf(text: string, values: unknown[] = []): Promise<number> {
  return (await sql<{ n: number }>(text, values))[0]?.n ?? 0;
}
