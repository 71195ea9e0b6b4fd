import { APP_ROLE } from "../postgres/accounts";
import { Trouble } from "../terminal/trouble";

/** The two ways into one database. */
export interface Connection {
  /** Owns the schema: migrates, imports. Never handed to what answers requests. */
  ownerUrl: string;
  /** What web, admin and worker use: no DDL, a record that only grows. */
  appUrl: string;
}

/** The same url, every session of which takes a role at its start (`options` of the PostgreSQL protocol). */
export function withRole(url: string, role = APP_ROLE): string {
  const parsed = new URL(url);
  const options = [parsed.searchParams.get("options"), `-c role=${role}`].filter(Boolean).join(" ");
  parsed.searchParams.set("options", options);
  // URLSearchParams writes a space as "+", which libpq does not read as one
  parsed.search = parsed.search.replaceAll("+", "%20");
  return parsed.href;
}

export const withDatabase = (url: string, database: string): string => {
  const parsed = new URL(url);
  parsed.pathname = `/${encodeURIComponent(database)}`;
  return parsed.href;
};

export const databaseOf = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1)) || "postgres";

const isPostgresUrl = (text: string): boolean =>
  URL.canParse(text) && /^postgres(?:ql)?:$/.test(new URL(text).protocol);

/** What the person gave: DATABASE_URL, and DATABASE_APP_URL where the application logs in on its own. @throws Trouble */
export function givenConnection(env: NodeJS.ProcessEnv): Connection | null {
  const ownerUrl = env["DATABASE_URL"];
  for (const name of ["DATABASE_URL", "DATABASE_APP_URL"])
    if (env[name] && !isPostgresUrl(env[name]))
      // the value may hold a password: it is not repeated
      throw new Trouble(
        `${name} is no address of a PostgreSQL database.`,
        "Write it as postgres://user:password@host:5432/database, or unset it: then Tidao brings its own PostgreSQL.",
      );
  return ownerUrl ? { ownerUrl, appUrl: env["DATABASE_APP_URL"] ?? withRole(ownerUrl) } : null;
}

/** A url that may be printed. */
export function withoutPassword(url: string): string {
  const parsed = new URL(url);
  parsed.password = "";
  parsed.search = "";
  return parsed.href;
}
