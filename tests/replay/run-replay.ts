import { join } from "node:path";
import { type Check, countCheck } from "./check.ts";
import { checkAnalytics } from "./checks/check-analytics.ts";
import { checkShopByApi } from "./checks/check-shop-by-api.ts";
import { checkStoredShop } from "./checks/check-stored-shop.ts";
import { checkTills } from "./checks/check-tills.ts";
import { type ExpectedShop, expectedShop } from "./expected-shop.ts";
import { faultPlan } from "./fault-plan.ts";
import type { ReplayOptions } from "./options.ts";
import type { Progress } from "./progress.ts";
import { type RetailLine, readRetailLines } from "./retail/retail-line.ts";
import { retailShop } from "./retail/retail-shop.ts";
import { runTills } from "./run-tills.ts";
import { seededRandom } from "./seeded-random.ts";
import { findFreePort } from "../servers/server-folder.ts";
import { enrolTill, type OpenShop, openShop } from "./server/open-shop.ts";
import { ServerKiller } from "./server/server-killer.ts";
import { ServerProcess } from "../servers/server-process.ts";
import type { TillOutcome } from "./till/till-supervisor.ts";
import type { LinkFault } from "./till/unreliable-transport.ts";
import { ToldSales } from "./told-sales.ts";

const TILL_NAMES = ["till-1", "till-2", "till-3", "till-4", "till-5"];

export type ReplayResult = {
  readonly checks: readonly Check[];
  readonly tills: readonly TillOutcome[];
  readonly serverKills: number;
  readonly linkFaults: ReadonlyMap<LinkFault, number>;
};

export type ReplayContext = {
  readonly options: ReplayOptions;
  /** Everything the replay writes goes here. */
  readonly folder: string;
  readonly progress: Progress;
};

/** The whole replay: opens the shop, sells through faults, drains, and compares. The server is stopped at the end. */
export async function runReplay(context: ReplayContext): Promise<ReplayResult> {
  const { options, folder } = context;
  const lines = readRetailLines();
  const expected = expectedShop(retailShop(lines), options.slice, seededRandom(options.seed, "opening"));
  const server = new ServerProcess({
    port: await findFreePort(),
    folder: serverFolder(folder),
    databaseUrl: options.databaseUrl,
    logFile: join(folder, "server.log"),
  });
  try {
    await server.start();
    return await replayOn(server, { lines, expected, context });
  } finally {
    await server.kill();
  }
}

type Replaying = {
  readonly lines: readonly RetailLine[];
  readonly expected: ExpectedShop;
  readonly context: ReplayContext;
};

async function replayOn(server: ServerProcess, { lines, expected, context }: Replaying): Promise<ReplayResult> {
  const { options, progress } = context;
  progress.announce(`opening the shop: ${expected.products.length} products with opening balance`);
  const shop = await openShop(server.url, expected);
  progress.announce(`selling ${expected.invoices.length} invoices, ${expected.lineCount} lines`);
  const told = new ToldSales();
  const sold = await sell(server, { expected, context, shop, told });
  progress.announce("every till is drained; asking the server");
  const checks = [
    ...checkTills(sold.tills, { told, expected }),
    ...(await checkShopByApi({ api: shop.api, expected, told, productIds: shop.productIds })),
    ...(await checkAnalytics({ api: shop.api, lines, expected, productIds: shop.productIds })),
    countCheck("exit code of the server when asked to stop", 0, (await server.stop()) ?? Number.NaN),
    ...(await checkStoredShop({
      folder: serverFolder(context.folder),
      databaseUrl: options.databaseUrl,
      shopId: shop.shopId,
      expected,
    })),
  ];
  return { ...sold, checks };
}

type Selling = {
  readonly expected: ExpectedShop;
  readonly context: ReplayContext;
  readonly shop: OpenShop;
  readonly told: ToldSales;
};

async function sell(server: ServerProcess, { expected, context, shop, told }: Selling) {
  const { options, folder, progress } = context;
  const plan = faultPlan({ invoices: expected.invoices.length, tills: TILL_NAMES.length, isCalm: options.isCalm });
  const random = seededRandom(options.seed, "server");
  const killer = new ServerKiller(server, { random, kills: plan.serverKills, sales: expected.invoices.length });
  let linkFaults: ReplayResult["linkFaults"] = new Map();
  const tills = await runTills({
    seed: options.seed,
    plan,
    folder,
    serverUrl: server.url,
    shop,
    tills: await Promise.all(TILL_NAMES.map((name) => enrolTill(shop.api, name))),
    expected,
    told,
    onNews({ unsent, crashes, linkFaults: soFar }) {
      linkFaults = soFar;
      killer.onSales(told.count);
      progress.show({
        told: told.count,
        invoices: expected.invoices.length,
        unsent,
        tillCrashes: crashes,
        serverKills: killer.kills,
      });
    },
  });
  await killer.settled();
  return { tills, serverKills: killer.kills, linkFaults };
}

function serverFolder(folder: string): string {
  return join(folder, "server");
}
