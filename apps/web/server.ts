import { serveApp } from "@tidao/next-kit/server";

await serveApp({ name: "web", dir: import.meta.dirname });
