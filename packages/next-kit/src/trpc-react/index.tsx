"use client";
import { type QueryClientConfig, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient } from "@trpc/client";
import type { AnyRouter } from "@trpc/server";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import { apiLinks } from "../trpc";

// the links repeat what may be repeated; a second layer would multiply the tries
const defaults: QueryClientConfig = {
  defaultOptions: { queries: { staleTime: 30_000, retry: false }, mutations: { retry: false } },
};

/**
 * react-query over the app's router, for pages that keep many queries in step (24 KB): its provider belongs in the layout
 * of those pages and never in the root. `export const { ApiProvider, useTRPC } = createTrpcReact<WebRouter>()`.
 */
export function createTrpcReact<R extends AnyRouter>() {
  const { TRPCProvider, useTRPC } = createTRPCContext<R>();
  function ApiProvider({ children }: { children: ReactNode }) {
    const [queryClient] = useState(() => new QueryClient(defaults));
    const [trpcClient] = useState(() => createTRPCClient<R>({ links: apiLinks<R>() }));
    return (
      <QueryClientProvider client={queryClient}>
        <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
          {children}
        </TRPCProvider>
      </QueryClientProvider>
    );
  }
  return { ApiProvider, useTRPC };
}
