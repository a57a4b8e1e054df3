import { Link } from "wouter";
import { useTill } from "../app/till.ts";
import { t } from "../text/text.ts";

type ShelfEmptyProps = { readonly query: string; readonly onSellNew: () => void };

/** Stands where products would: nothing there yet, or nothing that matches. */
export function ShelfEmpty({ query, onSellNew }: ShelfEmptyProps) {
  const { role } = useTill().enrolment.user;
  const mayAdd = role !== "cashier";
  if (query !== "") {
    return (
      <div className="shelf-empty">
        <h2>{t("sell.products.notFound.title", { query })}</h2>
        <p className="soft">{t("sell.products.notFound.body")}</p>
        <button type="button" className="button button-primary" onClick={onSellNew}>
          {t("sell.sellNamed", { query })}
        </button>
      </div>
    );
  }
  return (
    <div className="shelf-empty">
      <h2>{t("sell.products.none.title")}</h2>
      <p className="soft">{t(mayAdd ? "sell.products.none.body" : "sell.products.none.body.cashier")}</p>
      {mayAdd && (
        <Link href="/products/new" className="button button-primary">
          {t("sell.addProduct")}
        </Link>
      )}
      <button type="button" className="button" onClick={onSellNew}>
        {t("sell.sellNew")} <kbd>F4</kbd>
      </button>
    </div>
  );
}
