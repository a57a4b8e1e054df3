// The last step of `npm test`: every answer that the OpenAPI document promises was given to some test before it.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ANSWERS_FILE } from "./test-run/answers-file.ts";
import { type DocumentedAnswers, unseenAnswers } from "./test-run/unseen-answers.ts";

const DOCUMENT = fileURLToPath(new URL("../docs/openapi.generated.json", import.meta.url));

if (!existsSync(ANSWERS_FILE)) {
  console.error('No test has noted any answer. Run "npm test", or "npm test -- unit contract answers".');
  process.exit(1);
}
const document = JSON.parse(readFileSync(DOCUMENT, "utf8")) as DocumentedAnswers; // Made by npm run docs, checked by a test.
const unseen = unseenAnswers(document, readFileSync(ANSWERS_FILE, "utf8"));
if (unseen.length > 0) {
  console.error(
    `No test has seen these answers. Write one that does, or take them out of packages/protocol/src/operations:\n  ${unseen.join("\n  ")}`,
  );
  process.exitCode = 1;
}
