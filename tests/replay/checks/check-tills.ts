import { type Check, countCheck, noneCheck } from "../check.ts";
import type { ExpectedShop } from "../expected-shop.ts";
import type { TillOutcome } from "../till/till-supervisor.ts";
import type { ToldSales } from "../told-sales.ts";

/** What the tills themselves say once they are drained. */
export function checkTills(
  tills: readonly TillOutcome[],
  { told, expected }: { readonly told: ToldSales; readonly expected: ExpectedShop },
): Check[] {
  const sum = (figure: (till: TillOutcome) => number) => tills.reduce((total, till) => total + figure(till), 0);
  return [
    countCheck("sales that the cashiers were told are saved", expected.invoices.length, told.count),
    noneCheck("invoices shown as two sales", told.rungTwice),
    noneCheck("acknowledged sales that the server asked for again", told.losses),
    countCheck(
      "numbers given by the tills",
      expected.invoices.length,
      sum((till) => till.lastDeviceSeq),
    ),
    countCheck(
      "numbers up to which the tills are complete",
      expected.invoices.length,
      sum((till) => till.completeUpTo),
    ),
    countCheck(
      "records quarantined on a till",
      0,
      sum((till) => till.quarantined),
    ),
    countCheck(
      "records a till cannot read",
      0,
      sum((till) => till.corrupt),
    ),
  ];
}
