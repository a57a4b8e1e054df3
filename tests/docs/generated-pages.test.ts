import { expect, test } from "vitest";
import { generatedPages } from "../../scripts/docs-pages/generated-pages.ts";
import { readSourceFile } from "../tidy/source-tree.ts";

test.each([...(await generatedPages())])("%s equals the table in the code; npm run docs writes it", (path, text) => {
  expect(readSourceFile(path).text).toBe(text);
});
