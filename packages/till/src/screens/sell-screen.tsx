import { useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import { useTill } from "../app/till.ts";
import { addToCart, ONE_PIECE_THOUSANDTHS } from "../cart/cart.ts";
import { CartPane } from "../cart/cart-pane.tsx";
import { parseSearchEntry } from "../cart/search-entry.ts";
import { useCart } from "../cart/use-cart.ts";
import { useLineTask } from "../cart/use-line-task.tsx";
import { newLineTask } from "../catalogue/new-line-task.ts";
import { ProductGrid } from "../catalogue/product-grid.tsx";
import { SearchField } from "../catalogue/search-field.tsx";
import { findByCode, searchShelf } from "../catalogue/search-shelf.ts";
import type { ShelfProduct } from "../catalogue/shelf.ts";
import { ShelfEmpty } from "../catalogue/shelf-empty.tsx";
import { Icon } from "../design/icon.tsx";
import { useObservable } from "../design/use-observable.ts";
import { SyncChip } from "../sync/sync-chip.tsx";
import { t } from "../text/text.ts";
import { CartBar } from "./cart-bar.tsx";
import { useFocusWithKeyboard } from "./use-focus-with-keyboard.ts";
import { useSellKeys } from "./use-sell-keys.ts";
import "./sell-screen.css";

/** Where the day is spent: find, tap, pay. */
export function SellScreen() {
  const { shelf, enrolment } = useTill();
  const counter = useCart();
  const { products, isReading } = useObservable(shelf);
  const [text, setText] = useState("");
  const [announcement, setAnnouncement] = useState("");
  const search = useRef<HTMLInputElement>(null);
  const tiles = useRef<HTMLElement>(null);
  const [, navigate] = useLocation();

  useFocusWithKeyboard(search);

  const entry = useMemo(() => parseSearchEntry(text), [text]);
  const found = useMemo(() => searchShelf(products, entry.query), [products, entry.query]);
  const shown = useDeferredValue(found);

  const onAdded = useCallback((name: string) => {
    setText("");
    setAnnouncement(t("sell.added", { name }));
  }, []);
  const { begin, dialog } = useLineTask({ change: counter.change, onAdded });

  function pick(product: ShelfProduct): void {
    const quantityThousandths = entry.quantityThousandths ?? ONE_PIECE_THOUSANDTHS;
    if (product.isVolatile) {
      begin({ kind: "add", product, quantityThousandths });
      return;
    }
    const line = { quantityThousandths, unitPriceMinor: product.unitPriceMinor };
    if (counter.change((cart) => addToCart(cart, product, line))) onAdded(product.name);
  }

  function enter(): void {
    if (entry.query === "") return;
    const product = findByCode(products, entry.query) ?? found[0];
    if (product === undefined) begin(newLineTask(entry));
    else pick(product);
  }

  const sellNew = () => begin(newLineTask(entry));
  const canPay = counter.cart.lines.length > 0 && counter.storage !== "failed";
  useSellKeys({ search, isSuspended: dialog !== false, onSellNew: sellNew, onPay: () => canPay && navigate("/pay") });

  return (
    <div className="sell">
      <header className="sell-header">
        <h1 className="sell-shop">{enrolment.shop.name}</h1>
        <SyncChip />
        <Link href="/till" className="button button-icon button-quiet" aria-label={t("sell.menu")}>
          <Icon name="menu" />
        </Link>
      </header>
      <main className="sell-products" ref={tiles}>
        <div className="sell-search">
          <SearchField
            ref={search}
            text={text}
            onText={setText}
            onEnter={enter}
            onDown={() => tiles.current?.querySelector<HTMLElement>(".tile")?.focus()}
          />
          <button type="button" className="button button-icon" aria-label={t("sell.sellNew")} onClick={sellNew}>
            <Icon name="plus" />
          </button>
        </div>
        {shown.length > 0 && <ProductGrid products={shown} cart={counter.cart} onPick={pick} />}
        {shown.length === 0 && !isReading && <ShelfEmpty query={entry.query} onSellNew={sellNew} />}
      </main>
      <aside className="sell-cart" aria-label={t("cart.title")}>
        <CartPane
          counter={counter}
          onEdit={({ product, lineNumber, ...lineEntry }) =>
            begin({ kind: "edit", product, lineNumber, entry: lineEntry })
          }
        />
      </aside>
      <CartBar counter={counter} />
      <output className="visually-hidden">{announcement}</output>
      {dialog}
    </div>
  );
}
