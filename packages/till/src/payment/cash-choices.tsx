import { useTill } from "../app/till.ts";
import { t } from "../text/text.ts";
import { cashSuggestions } from "./cash-suggestions.ts";

type CashChoicesProps = {
  readonly totalMinor: number;
  readonly chosenMinor: number | undefined;
  readonly onChoose: (minor: number) => void;
};

/** Exact, or one of the amounts a customer is likely to hand over. */
export function CashChoices({ totalMinor, chosenMinor, onChoose }: CashChoicesProps) {
  const { money } = useTill();
  const choices = [totalMinor, ...cashSuggestions(totalMinor, money.exponent)];
  return (
    <fieldset className="cash-choices" aria-label={t("pay.choices")}>
      {choices.map((minor) => (
        <button
          key={minor}
          type="button"
          className="button figures"
          aria-pressed={minor === chosenMinor}
          // The amount field keeps the focus, so that Enter finishes the sale.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(minor)}
        >
          {minor === totalMinor ? t("pay.exact") : money.bare(minor)}
        </button>
      ))}
    </fieldset>
  );
}
