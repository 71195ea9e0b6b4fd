import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

// one file without imports of our own: Next reads it before it can resolve them
const root = join(import.meta.dirname, "../../../..");

/** What both apps configure alike. */
export function nextConfig(): NextConfig {
  const config: NextConfig = {
    // tests build beside the product, which may be running
    distDir: process.env.TIDAO_BUILD_FOLDER || ".next",
    transpilePackages: ["@tidao/prisma", ...readdirSync(join(root, "packages")).map((name) => `@tidao/${name}`)],
    serverExternalPackages: ["@node-rs/argon2", "@node-rs/jieba", "pg", "@prisma/adapter-pg", "@prisma/client", "pino"],
    turbopack: { root },
    poweredByHeader: false,
    // the server does it, after it has filled the places of HTML that is sent once
    compress: false,
    productionBrowserSourceMaps: false,
    // `npm test` checks types, of tests too; a start must not fail for one of them
    typescript: { ignoreBuildErrors: true },
    experimental: { authInterrupts: true },
  };
  return createNextIntlPlugin("./src/i18n/request.ts")(config);
}
