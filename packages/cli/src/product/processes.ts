import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BuildFolder } from "../build/apps";
import { checkout } from "../checkout";
import type { ChildSpec } from "../processes/supervisor";
import { type Addresses, localUrl } from "./addresses";
import { mailUrl } from "./mail";

export interface ProductSettings extends Addresses {
  mode: "production" | "development";
  buildFolder: BuildFolder;
  /** The application's url: what answers requests never learns the owner's. */
  databaseUrl: string;
  nextauthSecret: string;
  /** The tools' environment, from which everything else is inherited. */
  base: NodeJS.ProcessEnv;
}

/** What runs in the processes themselves; all else is Next's, which reloads it. */
const servedFrom = [
  ...["access", "api", "auth", "content", "grading", "kernel", "labs", "measurement", "scheduling", "services"].map(
    (name) => `packages/${name}/src`,
  ),
  "packages/next-kit/src/server",
  "prisma/src",
];

const extensionless = pathToFileURL(join(import.meta.dirname, "extensionless.ts")).href;

/** The processes of the product: both apps and the worker. In development each begins again when its code has changed. */
export function productProcesses(settings: ProductSettings): ChildSpec[] {
  const { mode, buildFolder, databaseUrl, nextauthSecret, base, host, webPort, adminPort } = settings;
  const { DATABASE_OWNER_URL: _owner, DATABASE_APP_URL: _app, WEB_PORT: _web, ADMIN_PORT: _admin, ...inherited } = base;
  const env: NodeJS.ProcessEnv = {
    ...inherited,
    NODE_ENV: mode,
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: nextauthSecret,
    WEB_URL: base["WEB_URL"] || localUrl(webPort),
    ADMIN_URL: base["ADMIN_URL"] || localUrl(adminPort),
    SMTP_URL: mailUrl(base),
  };
  const watching =
    mode === "development"
      ? ["--watch-preserve-output", ...servedFrom.map((folder) => `--watch-path=${join(checkout, folder)}`)]
      : [];
  const node = (name: string, folder: string, script: string, own: NodeJS.ProcessEnv): ChildSpec => ({
    name,
    command: process.execPath,
    args: [...watching, "--import", extensionless, script],
    cwd: join(checkout, folder),
    env: { ...env, ...own },
  });
  const app = (name: "web" | "admin", port: number, url: string | undefined) =>
    node(name, `apps/${name}`, "server.ts", {
      HOST: host,
      PORT: String(port),
      TIDAO_BUILD_FOLDER: buildFolder,
      NEXTAUTH_URL: url,
    });
  return [
    app("web", webPort, env["WEB_URL"]),
    app("admin", adminPort, env["ADMIN_URL"]),
    node("worker", "packages/services", "src/worker.ts", {}),
  ];
}
