import { BARCODE_LENGTH_MAX, NAME_LENGTH_MAX, SKU_LENGTH_MAX } from "@duka/domain";
import { type ChangeEvent, type FormEvent, useState } from "react";
import { useTill } from "../app/till.ts";
import { Field } from "../design/field.tsx";
import { t } from "../text/text.ts";
import { type NewProductBody, type ProductField, type ProductTexts, readProductTexts } from "./product-entry.ts";

type ProductFormProps = {
  readonly currency: string;
  readonly exponent: number;
  readonly isSaving: boolean;
  readonly serverProblems: Readonly<Partial<Record<ProductField, string>>>;
  readonly onSubmit: (body: NewProductBody, name: string) => void;
};

const EMPTY: ProductTexts = { name: "", sku: "", barcode: "", price: "", stock: "", isVolatile: false };

export function ProductForm({ currency, exponent, isSaving, serverProblems, onSubmit }: ProductFormProps) {
  const { newId } = useTill();
  // One uid for all tries of one form: a retry after a lost answer cannot make the product twice.
  const [uid] = useState(newId);
  const [texts, setTexts] = useState(EMPTY);
  const [isTried, setTried] = useState(false);
  const reading = readProductTexts(texts, uid, exponent);

  const problemOf = (field: "name" | "price" | "stock") =>
    isTried && !reading.ok && reading.error.includes(field) ? t(`product.problem.${field}`) : serverProblems[field];
  const bind = (field: ProductField) => ({
    value: texts[field],
    autoComplete: "off",
    onChange: (event: ChangeEvent<HTMLInputElement>) => setTexts({ ...texts, [field]: event.target.value }),
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (reading.ok && !isSaving) onSubmit(reading.value, texts.name.trim());
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Field
        label={t("product.name")}
        hasFocusFirst
        maxLength={NAME_LENGTH_MAX}
        problem={problemOf("name")}
        {...bind("name")}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={texts.isVolatile}
          onChange={(event) => setTexts({ ...texts, isVolatile: event.target.checked })}
        />
        <span>{t("product.volatile")}</span>
        <span className="field-hint">{t("product.volatileHint")}</span>
      </label>
      <Field
        label={`${t(texts.isVolatile ? "product.suggestedPrice" : "product.price")} (${currency})`}
        inputMode="decimal"
        problem={problemOf("price")}
        {...bind("price")}
      />
      {!texts.isVolatile && (
        <Field label={t("product.stock")} inputMode="decimal" problem={problemOf("stock")} {...bind("stock")} />
      )}
      <Field
        label={t("product.sku")}
        hint={t("product.skuHint")}
        maxLength={SKU_LENGTH_MAX}
        problem={serverProblems.sku}
        {...bind("sku")}
      />
      <Field
        label={t("product.barcode")}
        hint={t("product.barcodeHint")}
        maxLength={BARCODE_LENGTH_MAX}
        problem={serverProblems.barcode}
        {...bind("barcode")}
      />
      <button type="submit" className="button button-primary button-large button-wide" disabled={isSaving}>
        {isSaving ? t("session.working") : t("product.submit")}
      </button>
    </form>
  );
}
