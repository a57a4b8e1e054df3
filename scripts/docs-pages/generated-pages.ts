import { configurationPage } from "./configuration-page.ts";
import { errorsPage } from "./errors-page.ts";

/** Pages that are made from tables in the code: path and text. */
export function generatedPages(): ReadonlyMap<string, string> {
  return new Map([
    ["docs/configuration.md", configurationPage()],
    ["docs/errors.md", errorsPage()],
  ]);
}
