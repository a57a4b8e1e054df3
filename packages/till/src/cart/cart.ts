import {
  failure,
  lineSubtotalMinor,
  QUANTITY_THOUSANDTHS_MAX,
  type Result,
  SALE_LINES_MAX,
  saleTotalMinor,
  success,
} from "@duka/domain";

/** One piece, in thousandths. */
export const ONE_PIECE_THOUSANDTHS = 1000;

/** What the cart remembers of a product: enough to sell it when the catalogue is gone. */
export type CartProduct = {
  /** The server's id; absent for a product made on the spot. */
  readonly productId?: number;
  readonly uid?: string;
  readonly sku?: string;
  readonly barcode?: string;
  readonly name: string;
  readonly unit?: string;
  readonly unitPriceMinor: number;
  readonly isVolatile: boolean;
};

export type CartLine = {
  /** Unique within its cart, never reused. */
  readonly lineNumber: number;
  readonly product: CartProduct;
  readonly quantityThousandths: number;
  readonly unitPriceMinor: number;
};

/** The open cart. `id` becomes the sale's id, so that one cart can never be recorded as two sales. */
export type Cart = { readonly id: string; readonly lines: readonly CartLine[]; readonly nextLineNumber: number };

export type CartRefusal = "too_many_lines" | "too_large";

export type LineEntry = { readonly quantityThousandths: number; readonly unitPriceMinor: number };

export function emptyCart(id: string): Cart {
  return { id, lines: [], nextLineNumber: 1 };
}

/** Adds a product: to its line when it is counted and costs the same, else as a line of its own. */
export function addToCart(cart: Cart, product: CartProduct, entry: LineEntry): Result<Cart, CartRefusal> {
  const same = cart.lines.find((line) => isSameGoods(line, product, entry));
  if (same !== undefined) {
    const quantityThousandths = same.quantityThousandths + entry.quantityThousandths;
    return changeLine(cart, same.lineNumber, { ...entry, quantityThousandths });
  }
  if (cart.lines.length >= SALE_LINES_MAX) return failure("too_many_lines");
  const line = { lineNumber: cart.nextLineNumber, product, ...entry };
  return countable({ ...cart, lines: [...cart.lines, line], nextLineNumber: cart.nextLineNumber + 1 });
}

/** Sets a line's quantity and price; a quantity of 0 or less removes the line. */
export function changeLine(cart: Cart, lineNumber: number, entry: LineEntry): Result<Cart, CartRefusal> {
  if (entry.quantityThousandths <= 0) return success(removeLine(cart, lineNumber));
  if (entry.quantityThousandths > QUANTITY_THOUSANDTHS_MAX) return failure("too_large");
  const lines = cart.lines.map((line) => (line.lineNumber === lineNumber ? { ...line, ...entry } : line));
  return countable({ ...cart, lines });
}

/** One piece more or less. What is below one piece goes to nothing: the line leaves. */
export function stepLine(cart: Cart, lineNumber: number, deltaThousandths: number): Result<Cart, CartRefusal> {
  const line = cart.lines.find((candidate) => candidate.lineNumber === lineNumber);
  if (line === undefined) return success(cart);
  const quantityThousandths = line.quantityThousandths + deltaThousandths;
  return changeLine(cart, lineNumber, { quantityThousandths, unitPriceMinor: line.unitPriceMinor });
}

export function removeLine(cart: Cart, lineNumber: number): Cart {
  return { ...cart, lines: cart.lines.filter((line) => line.lineNumber !== lineNumber) };
}

/** A line's subtotal in minor units; the cart refuses lines for which there is none. */
export function cartLineSubtotalMinor(line: LineEntry): number {
  const subtotal = lineSubtotalMinor(line.quantityThousandths, line.unitPriceMinor);
  return subtotal.ok ? subtotal.value : Number.NaN;
}

/** What the customer owes, in minor units, by the same arithmetic as the server's. */
export function cartTotalMinor(cart: Cart): number {
  const total = totalOf(cart);
  return total.ok ? total.value : Number.NaN;
}

/** How much of a product is in the cart, in thousandths, over all its lines. */
export function quantityInCart(cart: Cart, uid: string | undefined): number {
  const lines = cart.lines.filter((line) => uid !== undefined && line.product.uid === uid);
  return lines.reduce((sum, line) => sum + line.quantityThousandths, 0);
}

function totalOf(cart: Cart): Result<number, CartRefusal> {
  const subtotals: number[] = [];
  for (const line of cart.lines) {
    const subtotal = lineSubtotalMinor(line.quantityThousandths, line.unitPriceMinor);
    if (!subtotal.ok) return subtotal;
    subtotals.push(subtotal.value);
  }
  return saleTotalMinor(subtotals);
}

function countable(cart: Cart): Result<Cart, CartRefusal> {
  const total = totalOf(cart);
  return total.ok ? success(cart) : total;
}

// Two weighings of bread stay two lines: the customer checks them one by one.
function isSameGoods(line: CartLine, product: CartProduct, entry: LineEntry): boolean {
  if (product.isVolatile || product.uid === undefined) return false;
  return line.product.uid === product.uid && line.unitPriceMinor === entry.unitPriceMinor;
}
