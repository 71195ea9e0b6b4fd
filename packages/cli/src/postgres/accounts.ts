/** The superuser of the embedded server: it owns the schema and migrates. The product never connects as it. */
export const OWNER = "tidao_owner";

/** What the product connects as. The first migration creates it, without the right to log in. */
export const APP_ROLE = "tidao_app";

export interface Address {
  host: string;
  port: number;
}

export function urlOf({ host, port }: Address, user: string, password: string, database: string): string {
  const url = new URL(`postgres://${host}:${port}/${encodeURIComponent(database)}`);
  // the setters escape all that needs it but "%"
  url.username = encodeURIComponent(user);
  url.password = encodeURIComponent(password);
  return url.href;
}
