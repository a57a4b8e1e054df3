import { openTestApp } from "../../packages/server/src/testing/open-test-app.ts";

/** `docs/openapi.generated.json`: the OpenAPI document as the server serves it. */
export async function apiDocumentPage(): Promise<string> {
  const { app, close } = await openTestApp();
  try {
    await app.ready();
    return `${JSON.stringify(app.swagger(), null, 2)}\n`;
  } finally {
    await close();
  }
}
