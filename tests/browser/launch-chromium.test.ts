import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "./launch-chromium.ts";

const PAGE = "<!doctype html><title>smoke</title><h1>Duka</h1>";
const WORKER = `
  addEventListener("install", (event) => event.waitUntil(caches.open("v1").then((cache) => cache.add("/"))));
  addEventListener("activate", (event) => event.waitUntil(clients.claim()));
  addEventListener("fetch", (event) => event.respondWith(caches.match(event.request).then((hit) => hit ?? fetch(event.request))));`;

let browser: Browser;
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    const isWorker = request.url === "/worker.js";
    response.setHeader("content-type", isWorker ? "text/javascript" : "text/html").end(isWorker ? WORKER : PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  browser = await launchChromium();
}, 120_000);

afterAll(async () => {
  await browser.close();
  server.close();
});

test("a page has fonts, a service worker, strict IndexedDB, and reloads with the network off", async () => {
  // A TCP server's address is always an AddressInfo.
  const { port } = server.address() as AddressInfo;
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  expect(await page.locator("h1").isVisible()).toBe(true);
  await page.evaluate(async () => {
    await navigator.serviceWorker.register("/worker.js");
    await navigator.serviceWorker.ready;
  });
  expect(await page.evaluate(writeStrictly)).toBe("strict");
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await page.reload();
  expect(await page.title()).toBe("smoke");
  await context.close();
});

/** Runs inside the page. */
function writeStrictly(): Promise<string> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("smoke", 1);
    opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore("rows"));
    opening.addEventListener("error", () => reject(new Error("IndexedDB does not open")));
    opening.addEventListener("success", () => {
      const transaction = opening.result.transaction("rows", "readwrite", { durability: "strict" });
      transaction.objectStore("rows").put("value", "key");
      transaction.addEventListener("complete", () => resolve(transaction.durability));
    });
  });
}
