import { Link } from "wouter";
import { useTill } from "../app/till.ts";
import { ProductForm } from "../catalogue/product-form.tsx";
import { useNewProduct } from "../catalogue/use-new-product.ts";
import { Screen } from "../design/screen.tsx";
import { SyncChip } from "../sync/sync-chip.tsx";
import { t } from "../text/text.ts";

/** Adds a product to the shop's catalogue; needs a connection, unlike selling. */
export function ProductScreen() {
  const { money } = useTill();
  const { submit, outcome, attempt } = useNewProduct();
  return (
    <Screen title={t("product.title")} backTo="/" aside={<SyncChip />}>
      <div className="stack">
        {outcome?.kind === "saved" && <output className="notice">{t("product.saved", { name: outcome.name })}</output>}
        {outcome?.kind === "failed" && outcome.text !== undefined && (
          <div className="notice notice-stop" role="alert">
            <p>{outcome.text}</p>
            {outcome.needsSignIn && (
              <Link href="/sign-in" className="button">
                {t("session.signIn.submit")}
              </Link>
            )}
          </div>
        )}
        <ProductForm
          key={attempt}
          currency={money.currency}
          exponent={money.exponent}
          isSaving={outcome?.kind === "saving"}
          serverProblems={outcome?.kind === "failed" ? outcome.fields : {}}
          onSubmit={(body, name) => void submit(body, name)}
        />
      </div>
    </Screen>
  );
}
