import { defineConfig } from "prisma/config";

// Paths are relative to this file. `generate` needs no database but Prisma wants a url to be there;
// env() from prisma/config would throw when the variable is unset.
const url =
  process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL ?? "postgres://nobody@127.0.0.1:1/no-database-named";

export default defineConfig({
  schema: "schema",
  migrations: { path: "migrations" },
  datasource: { url },
});
