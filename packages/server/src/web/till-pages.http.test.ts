import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../testing/open-test-app.ts";

let opened: TestApp;
let tillDir: string;
beforeAll(async () => {
  tillDir = mkdtempSync(join(tmpdir(), "duka-till-"));
  mkdirSync(join(tillDir, "assets"));
  writeFileSync(join(tillDir, "index.html"), "<!doctype html><title>Duka</title>");
  writeFileSync(join(tillDir, "assets", "large-77aa.js"), "let a = 1;\n".repeat(1_000));
  writeFileSync(join(tillDir, "sw.js"), "// worker");
  writeFileSync(join(tillDir, "assets", "index-4f2a.js"), "// app");
  writeFileSync(join(tillDir, "..", "outside.txt"), "not for you");
  opened = await openTestApp({ config: { tillDir } });
});
afterAll(async () => {
  await opened.close();
  rmSync(tillDir, { recursive: true, force: true });
  rmSync(join(tillDir, "..", "outside.txt"), { force: true });
});

const get = async (url: string) => opened.app.inject({ method: "GET", url });

test("the till's page and its service worker are asked for at every start", async () => {
  for (const url of ["/", "/index.html", "/sw.js"]) {
    const answer = await get(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["cache-control"]).toBe("no-cache");
  }
});

test("files named by their content are kept for ever", async () => {
  expect((await get("/assets/index-4f2a.js")).headers["cache-control"]).toBe("public, max-age=31536000, immutable");
});

test("large files travel compressed", async () => {
  const headers = { "accept-encoding": "gzip, br" };
  const answer = await opened.app.inject({ method: "GET", url: "/assets/large-77aa.js", headers });
  expect(answer.headers["content-encoding"]).toBe("br");
  expect(brotliDecompressSync(answer.rawPayload).toString()).toBe("let a = 1;\n".repeat(1_000));
});

test("any other page is the till's own to show, but not a missing file", async () => {
  expect((await get("/sell/cart?tab=2")).body).toContain("<title>Duka");
  expect((await get("/assets/index-0000.js")).statusCode).toBe(404);
});

test("an unknown address of the API is never the till's page", async () => {
  for (const url of ["/api", "/api/", "/api/nothing", "/api/products/1/x"]) {
    const answer = await get(url);
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: "route_not_found" });
  }
});

test("nothing outside the till's folder is served", async () => {
  for (const url of ["/../outside.txt", "/..%2foutside.txt", "/%2e%2e/outside.txt", "/assets/..%2f..%2foutside.txt"]) {
    expect((await get(url)).body).not.toContain("not for you");
  }
});

test("without a built till the API answers and the page says what to run", async () => {
  const bare = await openTestApp({ config: { tillDir: join(tillDir, "not-built") } });
  const page = await bare.app.inject({ method: "GET", url: "/" });
  expect(page.statusCode).toBe(404);
  expect(page.body).toContain("npm run build");
  expect((await bare.app.inject({ method: "GET", url: "/health/" })).statusCode).toBe(200);
  await bare.close();
});
