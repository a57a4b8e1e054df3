/** How a sale was paid, as far as change is concerned; the amount in minor units, never negative. */
export type TenderAmount = { readonly method: string; readonly amountMinor: number };

export type Settlement = {
  /** What to hand back. */
  readonly changeMinor: number;
  /** What is still owed; above zero the sale is flagged `under_tendered`. */
  readonly shortMinor: number;
  /** Paid above the total by other means than cash, which nobody hands back. */
  readonly excessMinor: number;
};

/** Settles tenders against a total, all in minor units. Change is given on cash only. */
export function settleTenders(totalMinor: number, tenders: readonly TenderAmount[]): Settlement {
  const paidMinor = sumOf(tenders);
  const cashMinor = sumOf(tenders.filter((tender) => tender.method === "cash"));
  const overMinor = Math.max(0, paidMinor - totalMinor);
  const changeMinor = Math.min(overMinor, cashMinor);
  return { changeMinor, shortMinor: Math.max(0, totalMinor - paidMinor), excessMinor: overMinor - changeMinor };
}

/** What to hand back to the customer, in minor units. */
export function changeDueMinor(totalMinor: number, tenders: readonly TenderAmount[]): number {
  return settleTenders(totalMinor, tenders).changeMinor;
}

function sumOf(tenders: readonly TenderAmount[]): number {
  return tenders.reduce((sum, tender) => sum + tender.amountMinor, 0);
}
