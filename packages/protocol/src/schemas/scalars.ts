import { Type } from "typebox";

/** Longest decimal text that is looked at; the domain's bounds are far below. */
const DECIMAL_LENGTH_MAX = 100;

/** A decimal comes in as a string or as a JSON number, both read exactly. */
export const decimalInput = Type.Union([Type.String({ maxLength: DECIMAL_LENGTH_MAX }), Type.Number()], {
  description: 'a decimal as text ("3.50") or number',
});

/** Money and line quantities go out as text. */
export const decimalText = Type.String({ description: "a decimal", examples: ["3.50"] });

/** Stock figures go out as JSON numbers. */
export const decimalNumber = Type.Number();

export const idNumber = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });

/** As existing clients write UUIDs; `parseUuid` decides. */
export const uuidInput = Type.String({ maxLength: 64, description: "a UUID; capitals and braces do not matter" });

export const uuidText = Type.String({ description: "a UUID, lower-case" });

export const instantText = Type.String({
  description: "RFC 3339, UTC, milliseconds",
  examples: ["2026-01-31T14:30:00.000Z"],
});

export const dateText = Type.String({ description: "YYYY-MM-DD", examples: ["2026-01-31"] });

export const textUpTo = (maxLength: number) => Type.String({ maxLength });

/** A field that clients send as null when they have nothing for it. */
export const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const optionalOrNull = <T extends Type.TSchema>(schema: T) => Type.Optional(nullable(schema));
