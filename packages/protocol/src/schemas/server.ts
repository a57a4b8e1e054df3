import { Type } from "typebox";

export const healthAnswer = Type.Object({ status: Type.Literal("ok") });
export const readyAnswer = Type.Object({ status: Type.Literal("ready") });
export const notReadyAnswer = Type.Object({
  status: Type.Literal("not ready"),
  reason: Type.String({ examples: ["migrations are missing"] }),
});

/** `GET /api/openapi.json`: an OpenAPI 3.1 document. */
export const apiDocument = Type.Object({
  openapi: Type.String({ examples: ["3.1.0"] }),
  info: Type.Object({ title: Type.String({ examples: ["Duka"] }), version: Type.String({ examples: ["1"] }) }),
  paths: Type.Object({}, { examples: [{}] }),
});

/** An answer without a body. */
export const nothing = Type.Null({ description: "Done; there is no body" });
