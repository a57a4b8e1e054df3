import { type KeyboardEvent, useState } from "react";
import { useTill } from "../app/till.ts";
import type { Cart } from "../cart/cart.ts";
import { quantityInCart } from "../cart/cart.ts";
import { quantityText } from "../text/money-text.ts";
import { t } from "../text/text.ts";
import type { ShelfProduct } from "./shelf.ts";
import "./product-grid.css";

/** What a cheap phone draws without a pause; the rest is a search or a press away. */
const TILES_STEP = 60;

type ProductGridProps = {
  readonly products: readonly ShelfProduct[];
  readonly cart: Cart;
  readonly onPick: (product: ShelfProduct) => void;
};

/** Products to tap. Arrow keys walk through them. */
export function ProductGrid({ products, cart, onPick }: ProductGridProps) {
  const [tilesMax, setTilesMax] = useState(TILES_STEP);
  return (
    <>
      <ul className="tiles" aria-label={t("sell.products")}>
        {products.slice(0, tilesMax).map((product) => (
          <li key={product.uid}>
            <ProductTile product={product} inCart={quantityInCart(cart, product.uid)} onPick={onPick} />
          </li>
        ))}
      </ul>
      {products.length > tilesMax && (
        <button type="button" className="button button-wide" onClick={() => setTilesMax(tilesMax + TILES_STEP)}>
          {t("sell.products.more")}
        </button>
      )}
    </>
  );
}

type ProductTileProps = {
  readonly product: ShelfProduct;
  readonly inCart: number;
  readonly onPick: (product: ShelfProduct) => void;
};

function ProductTile({ product, inCart, onPick }: ProductTileProps) {
  const { money } = useTill();
  const price =
    product.unitPriceMinor === 0 && product.isVolatile ? t("sell.price.open") : money.bare(product.unitPriceMinor);
  return (
    <button
      type="button"
      className={`tile ${inCart > 0 ? "tile-chosen" : ""}`}
      onClick={() => onPick(product)}
      onKeyDown={walkTiles}
    >
      <span className="tile-name">{product.name}</span>
      <span className="tile-foot">
        <span className="tile-price figures">{price}</span>
        <TileStock product={product} />
      </span>
      {inCart > 0 && (
        <span className="tile-count figures">
          <span aria-hidden="true">{quantityText(inCart)}</span>
          <span className="visually-hidden">{t("sell.inCart", { quantity: quantityText(inCart) })}</span>
        </span>
      )}
    </button>
  );
}

function TileStock({ product: { stockThousandths, isLow, unit, isVolatile } }: { readonly product: ShelfProduct }) {
  if (isVolatile || stockThousandths === undefined) {
    return unit === undefined ? null : <span className="tile-stock">{unit}</span>;
  }
  const stock = quantityText(stockThousandths);
  const isOut = stockThousandths <= 0;
  return (
    <span className={`tile-stock figures ${isLow || isOut ? "tile-stock-low" : ""}`}>
      {isOut ? t("sell.stock.out", { stock }) : t("sell.stock", { stock })}
    </span>
  );
}

function walkTiles(event: KeyboardEvent<HTMLElement>): void {
  const tiles = [...document.querySelectorAll<HTMLElement>(".tiles .tile")];
  const index = tiles.indexOf(event.currentTarget);
  const next = tiles[index + stepOf(event.key, tiles)];
  if (index < 0 || next === undefined || next === tiles[index]) return;
  event.preventDefault();
  next.focus();
}

/** How many tiles an arrow key moves on; a row is as many as share the first one's height on the screen. */
function stepOf(key: string, tiles: readonly HTMLElement[]): number {
  const top = tiles[0]?.getBoundingClientRect().top;
  const columns = tiles.filter((tile) => tile.getBoundingClientRect().top === top).length;
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: columns,
    ArrowUp: -columns,
  };
  return steps[key] ?? 0;
}
