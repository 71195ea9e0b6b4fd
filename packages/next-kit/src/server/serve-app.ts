import { createServer, type Server } from "node:http";
import { createCallerFactory, createContext } from "@tidao/api/server";
import next from "next";
import type { Site } from "../request-scope";
import { requestHandler } from "./handle-request";
import { createLog } from "./log";
import { mountTrpc } from "./mount-trpc";
import { routerOf } from "./routers";
import { readSettings } from "./settings";
import { stopOnSignal } from "./stop-on-signal";
import { structuredConsole } from "./structured-console";

export interface AppToServe {
  name: Site["app"];
  /** The app's folder: `import.meta.dirname` of its server.ts. */
  dir: string;
}

/** Runs one app: Next for pages, the router in front of it, one process. Resolves when it listens. */
export async function serveApp({ name, dir }: AppToServe): Promise<Server> {
  const settings = readSettings(name);
  // next-auth knows its own address only by this name
  process.env.NEXTAUTH_URL = settings.publicOrigin;
  process.env.NEXT_TELEMETRY_DISABLED ??= "1";
  // `node --watch` has its child report every import over IPC; Next's workers would inherit that and report to Next,
  // which takes each report for an answer that it does not understand
  delete process.env.WATCH_REPORT_DEPENDENCIES;
  const log = createLog(name);
  // a developer reads a terminal, everybody else a log
  if (!settings.development) structuredConsole(log);
  // longer than a proxy keeps its side, usually a minute: who closes first may cut off a request that is on its way
  const server = createServer({ keepAliveTimeout: 65_000 });
  const app = next({
    dev: settings.development,
    dir,
    hostname: settings.host,
    port: settings.port,
    httpServer: server,
  });
  const [router] = await Promise.all([routerOf(name), app.prepare()]);
  const makeCaller = createCallerFactory(router);
  server.on(
    "request",
    requestHandler({
      settings,
      log,
      pages: app.getRequestHandler(),
      trpc: mountTrpc(router),
      callerFor: (scope, actor) =>
        makeCaller(createContext({ actor, requestId: scope.id, peer: scope.peer, locale: scope.locale })),
    }),
  );
  stopOnSignal(server, { log, close: () => app.close() });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(settings.port, settings.host, resolve);
  });
  log.info({ port: settings.port, host: settings.host, url: settings.publicOrigin }, "listening");
  return server;
}
