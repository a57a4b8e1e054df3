import type {
  KyselyPlugin,
  OperationNode,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  RootOperationNode,
} from "kysely";
import { SHOP_COLUMN_OF_TABLE } from "./schema.ts";
import { type ScopedTable, tablesTiedToShop } from "./tenant-conditions.ts";

/** Thrown for a statement on a tenant table that does not say whose rows it means. Always a bug of ours. */
class TenantGuardError extends Error {
  override readonly name = "TenantGuardError";
}

/**
 * The second wall between shops: refuses a statement on a tenant table that does not tie every such table to one shop
 * (`shop_id = …`, or equal to the `shop_id` of a table that is). Inserts must name the column, updates must not set it.
 */
export class TenantGuard implements KyselyPlugin {
  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    checkNode(node, []);
    return node;
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<PluginTransformResultArgs["result"]> {
    return result;
  }
}

/** Kysely's nodes, seen as what a walk needs; each kind carries its own further fields. */
type AnyNode = OperationNode & Readonly<Record<string, unknown>>;

const TENANT_TABLES = new Map<string, string>(Object.entries(SHOP_COLUMN_OF_TABLE));
const TENANT_TABLE_PATTERN = new RegExp(String.raw`\b(${[...TENANT_TABLES.keys()].join("|")})\b`, "i");
/** Values hold no statements; a bulk insert has thousands of them. */
const LEAF_KINDS: ReadonlySet<string> = new Set(["PrimitiveValueListNode", "ValueNode", "IdentifierNode"]);

/** Statements that choose rows by a condition. */
const FILTERED_KINDS: ReadonlySet<string> = new Set(["SelectQueryNode", "UpdateQueryNode", "DeleteQueryNode"]);

function checkNode(node: OperationNode, outer: readonly ScopedTable[]): void {
  if (LEAF_KINDS.has(node.kind)) return;
  const any = node as AnyNode; // The kind decides which fields are there; the walk only looks for nodes in them.
  const scope = [...outer, ...checkStatement(any, outer)];
  for (const value of Object.values(any)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) checkNode(child, scope);
  }
}

/** Checks one statement, if the node is one, and returns the tables it brings into scope for its subqueries. */
function checkStatement(node: AnyNode, outer: readonly ScopedTable[]): readonly ScopedTable[] {
  if (node.kind === "UpdateQueryNode") refuseMovingRows(node);
  if (node.kind === "InsertQueryNode") checkInsert(node);
  if (node.kind === "RawNode") checkRaw(node);
  if (!FILTERED_KINDS.has(node.kind)) return [];
  return checkTied(node, [node["table"], ...fromsOf(node), ...joinedOf(node)], outer);
}

function checkTied(node: AnyNode, sources: readonly unknown[], outer: readonly ScopedTable[]): readonly ScopedTable[] {
  const tables = sources.flatMap(tenantTableOf);
  const conditions = [
    conditionOf(node["where"], "where"),
    ...joinsOf(node).map((join) => conditionOf(join["on"], "on")),
  ];
  const tied = tablesTiedToShop(tables, outer, conditions.filter(isNode));
  const loose = tables.find((table) => !tied.has(table.alias));
  if (loose !== undefined) {
    throw new TenantGuardError(
      `A ${node.kind} reads or changes "${loose.table}" without its shop. Add .where("${loose.alias}.${loose.shopColumn}", "=", shopId) or join on it.`,
    );
  }
  return tables;
}

function checkInsert(node: AnyNode): void {
  const [table] = tenantTableOf(node["into"]);
  if (table === undefined) return;
  const columns = Array.isArray(node["columns"]) ? node["columns"] : [];
  if (!columns.some((column) => columnNameOf(column) === table.shopColumn)) {
    throw new TenantGuardError(`An insert into "${table.table}" has no ${table.shopColumn}.`);
  }
}

function refuseMovingRows(node: AnyNode): void {
  const [table] = tenantTableOf(node["table"]);
  const updates = Array.isArray(node["updates"]) ? node["updates"].filter(isNode) : [];
  if (table !== undefined && updates.some((update) => columnNameOf(update["column"]) === table.shopColumn)) {
    throw new TenantGuardError(
      `An update of "${table.table}" sets ${table.shopColumn}: rows never move between shops.`,
    );
  }
}

/** Raw text cannot be understood, only searched: whoever writes it must at least name the shop's column. */
function checkRaw(node: AnyNode): void {
  const text = rawTextOf(node);
  const table = TENANT_TABLE_PATTERN.exec(text)?.[1];
  if (table !== undefined && !/\bshop_id\b/i.test(text)) {
    throw new TenantGuardError(`Raw SQL on "${table}" does not mention shop_id.`);
  }
}

function rawTextOf(node: AnyNode): string {
  const fragments = Array.isArray(node["sqlFragments"]) ? node["sqlFragments"] : [];
  const parameters = Array.isArray(node["parameters"]) ? node["parameters"] : [];
  return [...fragments, ...parameters.flatMap(tableNameOf)].join(" ");
}

function fromsOf(node: AnyNode): readonly unknown[] {
  const from = node["from"];
  return isNode(from) && Array.isArray(from["froms"]) ? from["froms"] : [];
}

function joinsOf(node: AnyNode): readonly AnyNode[] {
  return Array.isArray(node["joins"]) ? node["joins"].filter(isNode) : [];
}

function joinedOf(node: AnyNode): readonly unknown[] {
  return joinsOf(node).map((join) => join["table"]);
}

function conditionOf(clause: unknown, field: "where" | "on"): unknown {
  return isNode(clause) ? clause[field] : undefined;
}

function tenantTableOf(source: unknown): readonly ScopedTable[] {
  if (!isNode(source)) return [];
  const aliased = source.kind === "AliasNode";
  return tableNameOf(aliased ? source["node"] : source).flatMap((table) => {
    const shopColumn = TENANT_TABLES.get(table);
    const alias = aliased ? identifierOf(source["alias"]) : table;
    return shopColumn === undefined || alias === undefined ? [] : [{ table, alias, shopColumn }];
  });
}

function tableNameOf(node: unknown): readonly string[] {
  if (!isNode(node) || node.kind !== "TableNode" || !isNode(node["table"])) return [];
  const name = identifierOf(node["table"]["identifier"]);
  return name === undefined ? [] : [name];
}

function columnNameOf(node: unknown): string | undefined {
  return isNode(node) ? identifierOf(node["column"]) : undefined;
}

function identifierOf(node: unknown): string | undefined {
  return isNode(node) && typeof node["name"] === "string" ? node["name"] : undefined;
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "kind" in value;
}
