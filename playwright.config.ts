import { defineConfig } from "@playwright/test";
import { chromiumLaunchOptions } from "./tests/browser/launch-chromium.ts";

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.e2e.ts",
  outputDir: "test-results",
  timeout: 60_000,
  // A retry would hide a race, and races are what these tests are for.
  retries: 0,
  workers: 2,
  forbidOnly: true,
  use: { launchOptions: await chromiumLaunchOptions(), trace: "retain-on-failure", screenshot: "only-on-failure" },
});
