// `npm run docs`: writes the pages that are made from tables in the code. A test fails when they differ.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { generatedPages } from "./docs-pages/generated-pages.ts";

for (const [path, text] of await generatedPages()) {
  writeFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), text);
  console.log(`wrote ${path}`);
}
