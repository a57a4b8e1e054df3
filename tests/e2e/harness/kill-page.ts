import type { Page } from "@playwright/test";
import { TillPage } from "./till-page.ts";

/** Kills the processes that run this browser's pages, as a phone short of memory would, and opens the till anew. */
export async function killAndReopen(page: Page): Promise<TillPage> {
  const context = page.context();
  await killRenderers(page);
  await page.close().catch(() => undefined);
  const reopened = await context.newPage();
  await reopened.goto("/");
  return new TillPage(reopened);
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
