import { isDatabaseUp } from "@tidao/auth";

/** For load balancers and people: 200 when requests can be served, 503 when the database does not answer in time. */
export async function GET(): Promise<Response> {
  const up = await isDatabaseUp(2000);
  return Response.json(
    { status: up ? "ok" : "degraded", database: up ? "up" : "down" },
    { status: up ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
