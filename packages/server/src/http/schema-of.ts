import { type Operation, operations } from "@duka/protocol/operations";

type OperationTable = typeof operations;
export type KnownOperationKey = keyof OperationTable;

/** What a request of the operation is held against before its handler sees it. */
type RequestSchema<Of> = { readonly operationId: string } & Part<Of, "params", "params"> &
  Part<Of, "query", "querystring"> &
  Part<Of, "body", "body">;
type Part<Of, Name extends string, FastifyName extends string> =
  Of extends Record<Name, infer Schema> ? { readonly [Key in FastifyName]: Schema } : unknown;

/**
 * The schema of a route, from the table that documents it. Say the route's own method and path; a test compares them.
 * Answers are written as they are: what the table says about them is for the docs.
 */
export function schemaOf<Key extends KnownOperationKey>(key: Key): RequestSchema<OperationTable[Key]> {
  const { id, params, query, body }: Operation = operations[key];
  const schema = {
    operationId: id,
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(body && { body }),
  };
  // The parts are the operation's own; TypeScript does not follow them through the spread.
  return schema as RequestSchema<OperationTable[Key]>;
}
