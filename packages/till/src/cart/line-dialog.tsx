import { formatMoney, formatQuantity, NAME_LENGTH_MAX } from "@duka/domain";
import { type FormEvent, useState } from "react";
import { useTill } from "../app/till.ts";
import { Dialog } from "../design/dialog.tsx";
import { Field } from "../design/field.tsx";
import { t } from "../text/text.ts";
import { type CartProduct, type LineEntry, ONE_PIECE_THOUSANDTHS } from "./cart.ts";
import { Keypad } from "./keypad.tsx";
import { readLineTexts } from "./line-form.ts";
import { NumberField } from "./number-field.tsx";
import { useLineEntries } from "./use-line-entries.ts";

/** What the dialog is for: putting a product in the cart, changing a line, or naming something new. */
export type LineTask =
  | { readonly kind: "add"; readonly product: CartProduct; readonly quantityThousandths?: number | undefined }
  | { readonly kind: "edit"; readonly product: CartProduct; readonly lineNumber: number; readonly entry: LineEntry }
  | {
      readonly kind: "new";
      readonly name: string;
      readonly barcode?: string;
      readonly quantityThousandths?: number | undefined;
    };

type LineDialogProps = {
  readonly task: LineTask;
  readonly onDone: (entry: LineEntry, made: { readonly name: string; readonly isVolatile: boolean }) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
};

/** Quantity and price of one line, by keypad or keyboard. */
export function LineDialog({ task, onDone, onRemove, onClose }: LineDialogProps) {
  const { money } = useTill();
  const [name, setName] = useState(task.kind === "new" ? task.name : task.product.name);
  const [isVolatile, setVolatile] = useState(false);
  const [isTried, setTried] = useState(false);
  const entries = useLineEntries(initialTexts(task, money.exponent), money.exponent, firstField(task));
  const reading = readLineTexts(entries.texts, money.exponent);
  const isNamed = name.trim() !== "";

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (reading.entry !== undefined && isNamed) onDone(reading.entry, { name: name.trim(), isVolatile });
  }

  return (
    <Dialog title={titleOf(task)} onClose={onClose}>
      <form className="stack line-form" onSubmit={submit} noValidate>
        {task.kind === "new" && (
          <Field
            label={t("line.name")}
            value={name}
            maxLength={NAME_LENGTH_MAX}
            autoComplete="off"
            hasFocusFirst={task.name === ""}
            problem={isTried && !isNamed ? t("line.problem.name") : undefined}
            onChange={(event) => setName(event.target.value)}
          />
        )}
        <div className="line-figures">
          <NumberField
            label={t("line.quantity")}
            {...entries.fieldProps("quantity")}
            problem={isTried && reading.quantityThousandths === undefined ? t("line.problem.quantity") : undefined}
          />
          <NumberField
            label={`${t("line.price.each")} (${money.currency})`}
            {...entries.fieldProps("price")}
            problem={isTried && reading.unitPriceMinor === undefined ? t("line.problem.price") : undefined}
          />
        </div>
        {task.kind === "new" && (
          <label className="check">
            <input type="checkbox" checked={isVolatile} onChange={(event) => setVolatile(event.target.checked)} />
            {t("line.volatile")}
          </label>
        )}
        <Keypad onKey={(key) => entries.press(key)} hasPoint={entries.decimals > 0} />
        <div className="line-actions">
          {task.kind === "edit" && (
            <button type="button" className="button button-danger" onClick={onRemove}>
              {t("line.remove")}
            </button>
          )}
          <button type="submit" className="button button-primary button-large">
            <span>{task.kind === "edit" ? t("line.save") : t("line.add")}</span>
            {reading.subtotalMinor !== undefined && (
              <span className="figures">{money.full(reading.subtotalMinor)}</span>
            )}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function titleOf(task: LineTask): string {
  if (task.kind === "new") return t("line.title.new");
  return t(task.kind === "add" ? "line.title.add" : "line.title.edit", { name: task.product.name });
}

function firstField(task: LineTask): "quantity" | "price" | undefined {
  if (task.kind === "new") return task.name === "" ? undefined : "price";
  return task.kind === "add" && task.product.unitPriceMinor === 0 ? "price" : "quantity";
}

function initialTexts(task: LineTask, exponent: number) {
  if (task.kind === "edit") {
    return {
      quantity: formatQuantity(task.entry.quantityThousandths),
      price: formatMoney(task.entry.unitPriceMinor, exponent),
    };
  }
  const priceMinor = task.kind === "add" ? task.product.unitPriceMinor : 0;
  return {
    quantity: formatQuantity(task.quantityThousandths ?? ONE_PIECE_THOUSANDTHS),
    price: priceMinor === 0 ? "" : formatMoney(priceMinor, exponent),
  };
}
