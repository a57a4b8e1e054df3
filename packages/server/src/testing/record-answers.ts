import { appendFileSync } from "node:fs";
import type { DukaApp } from "../http/typings.ts";

/**
 * Where `npm test` asks for it (DUKA_ANSWERS_FILE), notes which answers of which routes the tests have seen, as lines such as
 * `GET /api/products/:id/ 404`. A last step compares them with the OpenAPI document.
 */
export function recordAnswers(app: DukaApp): void {
  const file = process.env["DUKA_ANSWERS_FILE"];
  if (file === undefined) return;
  const seen = new Set<string>();
  app.addHook("onResponse", async ({ method, routeOptions }, { statusCode }) => {
    if (routeOptions.url !== undefined) seen.add(`${method} ${routeOptions.url} ${statusCode}\n`);
  });
  app.addHook("onClose", async () => appendFileSync(file, [...seen].join("")));
}
