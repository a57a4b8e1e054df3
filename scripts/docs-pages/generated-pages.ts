import { postmanCollection } from "../api-page/postman-collection.ts";
import { apiDocumentPage } from "./api-document-page.ts";
import { configurationPage } from "./configuration-page.ts";
import { errorsPage } from "./errors-page.ts";

/** Pages that are made from tables in the code: path and text. */
export async function generatedPages(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ["docs/configuration.md", configurationPage()],
    ["docs/errors.md", errorsPage()],
    ["docs/openapi.generated.json", await apiDocumentPage()],
    ["ops/postman/duka.postman_collection.generated.json", postmanCollection()],
  ]);
}
