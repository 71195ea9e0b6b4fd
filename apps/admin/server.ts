import { serveApp } from "@tidao/next-kit/server";

await serveApp({ name: "admin", dir: import.meta.dirname });
