import { Type } from "typebox";

/** The body of every error answer (`application/problem+json`). */
export const problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  message: Type.String(),
  code: Type.String(),
  request_id: Type.Optional(Type.String()),
  errors: Type.Optional(Type.Array(Type.Object({ path: Type.String(), code: Type.String(), detail: Type.String() }))),
});
