import {
  AndNode,
  BinaryOperationNode,
  ColumnNode,
  type OperationNode,
  OperatorNode,
  ParensNode,
  ReferenceNode,
  ValueNode,
} from "kysely";

/** A tenant table as one statement names it. */
export type ScopedTable = { readonly table: string; readonly alias: string; readonly shopColumn: string };

/** The aliases that the conditions tie to one shop, directly or through another tied table; outer tables count as tied. */
export function tablesTiedToShop(
  tables: readonly ScopedTable[],
  outer: readonly ScopedTable[],
  conditions: readonly OperationNode[],
): ReadonlySet<string> {
  const equalities = conditions.flatMap((condition) => shopEqualities(condition, [...tables, ...outer], tables));
  const own = new Set(tables.map((table) => table.alias));
  const tied = new Set(outer.map((table) => table.alias).filter((alias) => !own.has(alias)));
  for (const { left, right } of equalities) if (right === undefined) tied.add(left);
  // Each pass ties at least one more table, or it is the last.
  for (let pass = 0; pass < tables.length; pass += 1) {
    for (const { left, right } of equalities) {
      if (right === undefined) continue;
      if (tied.has(right)) tied.add(left);
      if (tied.has(left)) tied.add(right);
    }
  }
  return tied;
}

/** `left.shop_id = value` (no right) or `left.shop_id = right.shop_id`. */
type ShopEquality = { readonly left: string; readonly right: string | undefined };

/** Only what is joined by AND counts: under OR or NOT, a condition ties nothing. */
function shopEqualities(
  node: OperationNode,
  visible: readonly ScopedTable[],
  own: readonly ScopedTable[],
): readonly ShopEquality[] {
  if (ParensNode.is(node)) return shopEqualities(node.node, visible, own);
  if (AndNode.is(node))
    return [...shopEqualities(node.left, visible, own), ...shopEqualities(node.right, visible, own)];
  if (!BinaryOperationNode.is(node) || !OperatorNode.is(node.operator) || node.operator.operator !== "=") return [];
  const left = aliasOfShopColumn(node.leftOperand, visible, own);
  const right = aliasOfShopColumn(node.rightOperand, visible, own);
  if (left !== undefined && right !== undefined) return [{ left, right }];
  if (left !== undefined && ValueNode.is(node.rightOperand)) return [{ left, right: undefined }];
  return right !== undefined && ValueNode.is(node.leftOperand) ? [{ left: right, right: undefined }] : [];
}

function aliasOfShopColumn(
  node: OperationNode,
  visible: readonly ScopedTable[],
  own: readonly ScopedTable[],
): string | undefined {
  if (!ReferenceNode.is(node) || !ColumnNode.is(node.column)) return undefined;
  const column = node.column.column.name;
  const alias = node.table?.table.identifier.name;
  // An unqualified column can only be told when the statement has one tenant table.
  const candidates = alias === undefined ? (own.length === 1 ? own : []) : visible.filter((it) => it.alias === alias);
  return candidates.find((table) => table.shopColumn === column)?.alias;
}
