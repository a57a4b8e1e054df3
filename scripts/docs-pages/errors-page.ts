import { ERROR_CODES, type ErrorDefinition } from "@duka/protocol";
import { markdownTable } from "./markdown-table.ts";

const RETRY_WORDS: Readonly<Record<ErrorDefinition["retry"], string>> = {
  never: "no: change the request",
  sign_in: "after signing in",
  wait: "later, at least `Retry-After`",
};

/** `docs/errors.md`, from the protocol's error table. */
export function errorsPage(): string {
  const rows = Object.entries<ErrorDefinition>(ERROR_CODES).map(([code, { status, retry, meaning }]) => [
    `\`${code}\``,
    String(status),
    RETRY_WORDS[retry],
    meaning,
  ]);
  return `# Error codes

<!-- Made by \`npm run docs\` from packages/protocol/src/error-codes.ts; do not edit. -->

Every error answer is \`application/problem+json\` (RFC 9457). Its \`code\` is one of these and does not change; \`detail\` is a sentence for people, and
\`errors\` names each field that is wrong.

${markdownTable(["code", "status", "same request again?", "meaning"], rows)}
`;
}
