import { Type } from "typebox";

/** Longest decimal text that is looked at; the domain's bounds are far below. */
const DECIMAL_LENGTH_MAX = 100;

/** No parameter of a list has more to say. */
const LIST_PARAMETER_LENGTH_MAX = 255;

/** A decimal comes in as a string or as a JSON number, both read exactly. */
export const decimalInput = Type.Union([Type.String({ maxLength: DECIMAL_LENGTH_MAX }), Type.Number()], {
  description: 'a decimal as text ("3.50") or number',
  examples: ["3.50", 3.5],
});

/** Money and line quantities go out as text. */
export const decimalText = Type.String({ description: "a decimal", examples: ["3.50"] });

/** Stock figures go out as JSON numbers. */
export const decimalNumber = Type.Number({ examples: [24] });

export const idNumber = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, examples: [12] });

/** As existing clients write UUIDs; `parseUuid` decides. */
export const uuidInput = Type.String({
  maxLength: 64,
  description: "a UUID; capitals and braces do not matter",
  examples: ["0197c0de-0000-7000-8000-000000000001"],
});

export const uuidText = Type.String({
  description: "a UUID, lower-case",
  examples: ["0197c0de-0000-7000-8000-000000000001"],
});

export const instantText = Type.String({
  description: "RFC 3339, UTC, milliseconds",
  examples: ["2026-01-31T14:30:00.000Z"],
});

export const dateText = Type.String({ description: "YYYY-MM-DD", examples: ["2026-01-31"] });

export const textUpTo = (maxLength: number) => Type.String({ maxLength });

/** A field that clients send as null when they have nothing for it. */
export const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const optionalOrNull = <T extends Type.TSchema>(schema: T) => Type.Optional(nullable(schema));

/** The `:id` in a path. */
export const idParams = Type.Object({ id: Type.String({ description: "its id in this shop", examples: ["12"] }) });
export const uuidParams = Type.Object({
  id: Type.String({ description: "its UUID", examples: ["0197c0de-0000-7000-8000-000000000001"] }),
});

/** Query parameters of a list. */
export const listParameter = (description: string, example: string) =>
  Type.Optional(Type.String({ maxLength: LIST_PARAMETER_LENGTH_MAX, description, examples: [example] }));
