import { defineConfig } from "@playwright/test";

// `npm test` serves the product on a database of its own and names it here; it installs Chromium where it is missing.
export default defineConfig({
  testDir: "specs",
  workers: 2,
  fullyParallel: true,
  timeout: 150_000,
  expect: { timeout: 30_000 },
  // a second try where nobody watches; what needed one is told apart in the report
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  outputDir: "../.data/journeys",
  reporter: [["line"]],
  projects: [
    { name: "journeys", testIgnore: /faults/ },
    // these kill what the journeys need, so they come last and alone
    { name: "faults", testMatch: /faults/, dependencies: ["journeys"] },
    ...(process.env.TIDAO_GALLERY ? [{ name: "gallery", testDir: "gallery", testMatch: /take/ }] : []),
  ],
  use: {
    actionTimeout: 30_000,
    baseURL: process.env.WEB_URL ?? "http://localhost:3000",
    trace: "on-first-retry",
    screenshot: "only-on-failure",
    locale: "en-GB",
    timezoneId: "Europe/London",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || "/usr/bin/chromium",
      args: [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
      ],
    },
  },
});
