import type { AnyRouter } from "@trpc/server";
import type { Site } from "../request-scope";

/** Each app has its own router; the other one is not even loaded into its process. */
const routers: Record<Site["app"], () => Promise<AnyRouter>> = {
  web: async () => (await import("@tidao/api/web-router")).webRouter,
  admin: async () => (await import("@tidao/api/admin-router")).adminRouter,
};
export const routerOf = (app: Site["app"]): Promise<AnyRouter> => routers[app]();
