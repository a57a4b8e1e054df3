import { fileURLToPath } from "node:url";

/** Where the tests note which answers of the API they have seen. */
export const ANSWERS_FILE = fileURLToPath(new URL("../../test-reports/answers.txt", import.meta.url));
