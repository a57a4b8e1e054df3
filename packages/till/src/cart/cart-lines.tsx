import { useTill } from "../app/till.ts";
import { Icon } from "../design/icon.tsx";
import { quantityText } from "../text/money-text.ts";
import { t } from "../text/text.ts";
import { type CartLine, cartLineSubtotalMinor, ONE_PIECE_THOUSANDTHS } from "./cart.ts";

type CartLinesProps = {
  readonly lines: readonly CartLine[];
  readonly onStep: (lineNumber: number, deltaThousandths: number) => void;
  readonly onEdit: (line: CartLine) => void;
};

/** The lines of the cart, the newest last, each with one more, one less and a way to change it. */
export function CartLines({ lines, onStep, onEdit }: CartLinesProps) {
  return (
    <ul className="cart-lines">
      {lines.map((line) => (
        <CartLineRow key={line.lineNumber} line={line} onStep={onStep} onEdit={onEdit} />
      ))}
    </ul>
  );
}

type CartLineRowProps = Omit<CartLinesProps, "lines"> & { readonly line: CartLine };

function CartLineRow({ line, onStep, onEdit }: CartLineRowProps) {
  const { money } = useTill();
  const { name, unit } = line.product;
  const quantity = quantityText(line.quantityThousandths) + (unit === undefined ? "" : ` ${unit}`);
  return (
    <li className="cart-line">
      <button type="button" className="cart-line-name" onClick={() => onEdit(line)}>
        <span>
          <span className="visually-hidden">{t("cart.line.edit")} </span>
          {name}
        </span>
        <span className="soft small figures">
          {t("cart.line.each", { quantity, price: money.bare(line.unitPriceMinor) })}
        </span>
      </button>
      <span className="cart-line-subtotal figures">{money.bare(cartLineSubtotalMinor(line))}</span>
      <div className="stepper">
        <StepButton line={line} delta={-ONE_PIECE_THOUSANDTHS} onStep={onStep} />
        <StepButton line={line} delta={ONE_PIECE_THOUSANDTHS} onStep={onStep} />
      </div>
    </li>
  );
}

type StepButtonProps = { readonly line: CartLine; readonly delta: number; readonly onStep: CartLinesProps["onStep"] };

function StepButton({ line, delta, onStep }: StepButtonProps) {
  const { name } = line.product;
  return (
    <button
      type="button"
      className="button button-icon"
      aria-label={delta > 0 ? t("cart.line.more", { name }) : t("cart.line.less", { name })}
      onClick={() => onStep(line.lineNumber, delta)}
    >
      <Icon name={delta > 0 ? "plus" : "minus"} />
    </button>
  );
}
