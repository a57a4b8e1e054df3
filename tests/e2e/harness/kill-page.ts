import { setTimeout as delay } from "node:timers/promises";
import type { BrowserContext, Page } from "@playwright/test";
import { TillPage } from "./till-page.ts";

const CRASH_NOTICED_MS = 5_000;
const OPEN_PAGE_MS = 5_000;
const OPEN_TRIES_MAX = 5;

/** Kills the processes that run this browser's pages, as a phone short of memory would, and opens the till anew. */
export async function killAndReopen(page: Page): Promise<TillPage> {
  const context = page.context();
  const crashed = page.waitForEvent("crash", { timeout: CRASH_NOTICED_MS }).catch(() => undefined);
  await killRenderers(page);
  await crashed;
  await page.close().catch(() => undefined);
  const reopened = await openPage(context);
  await reopened.goto("/");
  return new TillPage(reopened);
}

/**
 * The kill also takes the process that Chromium keeps in reserve for the next page. If the browser gives a page to it
 * before it has noticed, that page never opens; so we ask again. What might open late is an empty page.
 */
async function openPage(context: BrowserContext): Promise<Page> {
  for (let attempt = 1; attempt <= OPEN_TRIES_MAX; attempt += 1) {
    const page = await Promise.race([context.newPage(), delay(OPEN_PAGE_MS, undefined)]);
    if (page !== undefined) return page;
  }
  throw new Error(`Chromium opened no page in ${OPEN_TRIES_MAX} tries after its renderers were killed.`);
}

async function killRenderers(page: Page): Promise<void> {
  const browser = page.context().browser();
  if (browser === null) throw new Error("This context has no browser to ask for its processes.");
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  for (const { id } of processInfo.filter(({ type }) => type === "renderer")) killProcess(id);
  await session.detach();
}

function killProcess(id: number): void {
  try {
    process.kill(id, "SIGKILL");
  } catch {
    // It ended between the question and the kill.
  }
}
