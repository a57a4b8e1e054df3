import { Type } from "typebox";
import { ERROR_CODES } from "../error-codes.ts";

/** The body of every error answer (`application/problem+json`). */
export const problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String({ description: "a sentence for people" }),
    message: Type.String({ description: "the same sentence" }),
    code: Type.Enum(Object.keys(ERROR_CODES), { description: "stable; see docs/errors.md" }),
    request_id: Type.Optional(Type.String({ description: "finds the request in the server's log" })),
    errors: Type.Optional(
      Type.Array(Type.Object({ path: Type.String(), code: Type.String(), detail: Type.String() }), {
        description: "each field that is wrong",
      }),
    ),
  },
  { title: "Problem" },
);
