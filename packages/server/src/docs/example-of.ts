import type { TSchema } from "typebox";

/** A JSON Schema as far as examples are made of it. */
type SchemaShape = TSchema & {
  readonly examples?: readonly unknown[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly SchemaShape[];
  readonly type?: string;
  readonly properties?: Readonly<Record<string, SchemaShape>>;
  readonly items?: SchemaShape | readonly SchemaShape[];
  readonly minimum?: number;
};

/** An example of what the schema describes: its own, or one put together from those of its parts. */
export function exampleOf(schema: SchemaShape): unknown {
  if (schema.examples !== undefined) return schema.examples[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.anyOf?.[0] !== undefined) return exampleOf(schema.anyOf[0]);
  switch (schema.type) {
    case "object":
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, part]) => [name, exampleOf(part)]));
    case "array":
      return [schema.items ?? []].flat().map(exampleOf);
    case "integer":
    case "number":
      return schema.minimum ?? 0;
    case "boolean":
      return true;
    case "string":
      return "";
    case undefined:
    default:
      return null;
  }
}
