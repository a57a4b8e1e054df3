import { isDeepStrictEqual } from "node:util";

type Json = Readonly<Record<string, unknown>>;

/**
 * Moves every schema that has a title to `components.schemas` and leaves a reference, so that a thing is described once.
 * On the way, tuples are written as OpenAPI 3.1 reads them.
 */
export function nameSchemas(document: Json): Json {
  const named = new Map<string, Json>();
  const rewrite = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rewrite);
    if (!isJson(value)) return value;
    const schema = asTuple(rewriteMembers(value, rewrite));
    const { title } = schema;
    // An example may well have a title of its own; a schema also has a type.
    return typeof title === "string" && typeof schema["type"] === "string" ? refer(named, title, schema) : schema;
  };
  const paths = rewrite(document["paths"]);
  const components = isJson(document["components"]) ? document["components"] : {};
  const given = rewriteMembers(isJson(components["schemas"]) ? components["schemas"] : {}, rewrite);
  const schemas = { ...given, ...Object.fromEntries(named) };
  const sorted = Object.fromEntries(Object.entries(schemas).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return { ...document, components: { ...components, schemas: sorted }, paths };
}

/** Values of the API itself are left as they are. */
const VALUES: ReadonlySet<string> = new Set(["example", "examples", "const", "enum"]);

function rewriteMembers(value: Json, rewrite: (value: unknown) => unknown): Json {
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, VALUES.has(name) ? member : rewrite(member)]),
  );
}

function refer(named: Map<string, Json>, title: string, schema: Json): Json {
  const known = named.get(title);
  if (known !== undefined && !isDeepStrictEqual(known, schema)) {
    throw new Error(`Two schemas have the title ${title}; give one of them another.`);
  }
  named.set(title, schema);
  return { $ref: `#/components/schemas/${title}` };
}

function asTuple({ items, additionalItems, ...schema }: Json): Json {
  if (!Array.isArray(items)) return items === undefined ? schema : { ...schema, items };
  return { ...schema, prefixItems: items, items: additionalItems ?? true };
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}
