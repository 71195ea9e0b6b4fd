import type { AdminRouter } from "@tidao/api/client";
import { createApiClient } from "@tidao/next-kit/trpc";

/** What a page in the browser asks of the server. */
export const api = createApiClient<AdminRouter>();
