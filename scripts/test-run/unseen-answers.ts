/** An OpenAPI document, as far as its answers go. */
export type DocumentedAnswers = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: object }>>>>;
};

/**
 * Answers that the document promises and that no test has seen, as `GET /api/products/{id}/ 404`. `seen` has a line for each
 * answer, as testing/record-answers.ts of the server writes them.
 */
export function unseenAnswers(document: DocumentedAnswers, seen: string): readonly string[] {
  const known = new Set(seen.split("\n").map((line) => line.replaceAll(/:(\w+)/g, "{$1}")));
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { responses }]) =>
      Object.keys(responses)
        .map((status) => `${method.toUpperCase()} ${path} ${status}`)
        .filter((answer) => !known.has(answer)),
    ),
  );
}
