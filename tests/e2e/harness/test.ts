import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base } from "@playwright/test";
import { findFreePort } from "../../servers/server-folder.ts";
import { ServerProcess } from "../../servers/server-process.ts";
import { openTestShop, type Shop } from "./shop.ts";
import { TillPage } from "./till-page.ts";

type PerTest = {
  readonly shop: Shop;
  /** A till that is signed in, has its catalogue, and starts without a network. */
  readonly till: TillPage;
};

type PerWorker = { readonly serverUrl: string };

/** A real server a worker, a shop a test. An error that a page throws fails the test. */
export const test = base.extend<PerTest, PerWorker>({
  serverUrl: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), "duka-e2e-"));
      const server = new ServerProcess({
        port: await findFreePort(),
        folder,
        databaseUrl: undefined,
        logFile: join(folder, "server.log"),
      });
      await server.start();
      await use(server.url);
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 60_000 },
  ],
  baseURL: async ({ serverUrl }, use) => {
    await use(serverUrl);
  },
  locale: "en-KE",
  timezoneId: "Africa/Nairobi",
  shop: async ({ serverUrl }, use) => {
    await use(await openTestShop(serverUrl));
  },
  till: async ({ context, shop }, use) => {
    const errors: string[] = [];
    context.on("weberror", (error) => errors.push(error.error().message));
    const till = new TillPage(await context.newPage());
    await till.signIn(shop);
    await use(till);
    if (errors.length > 0) throw new Error(`The page threw: ${errors.join("; ")}`);
  },
});

export { expect } from "@playwright/test";
