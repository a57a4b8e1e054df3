import { describeSettings } from "@duka/server";
import { markdownTable } from "./markdown-table.ts";

/** `docs/configuration.md`, from the server's table of settings. */
export function configurationPage(): string {
  const rows = describeSettings().map(({ env, default: value, accepts, meaning }) => [
    `\`${env}\``,
    value === "" ? "" : `\`${value}\``,
    accepts,
    meaning,
  ]);
  return `# Configuration

<!-- Made by \`npm run docs\` from packages/server/src/config/settings.ts; do not edit. -->

The server reads its settings from the environment. Everything has a default: without any setting it serves one SQLite file on port 3000. All mistakes
are reported at once, and the server does not start with any.

${markdownTable(["variable", "default", "accepts", "meaning"], rows)}
`;
}
