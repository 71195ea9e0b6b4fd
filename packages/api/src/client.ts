export type { AdminRouter } from "./admin-router";
export type { ErrorData } from "./trpc";
export type { WebRouter } from "./web-router";
