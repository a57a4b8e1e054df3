import { currencyExponent, formatMoney, formatQuantity } from "@duka/domain";

/** Writes amounts of one currency for people: grouped, with its sign, exactly. */
export type MoneyText = {
  readonly currency: string;
  readonly exponent: number;
  /** "KSh 1,250.00" */
  readonly full: (minor: number) => string;
  /** "1,250.00": where the currency is already named nearby. */
  readonly bare: (minor: number) => string;
};

/** A shop's currency was checked by the server; an unknown code (an older till) still sells, with two decimals. */
const EXPONENT_WHEN_UNKNOWN = 2;

export function createMoneyText(currency: string, locale?: string): MoneyText {
  const exponent = currencyExponent(currency) ?? EXPONENT_WHEN_UNKNOWN;
  const digits = { minimumFractionDigits: exponent, maximumFractionDigits: exponent };
  const full = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    ...digits,
  });
  const bare = new Intl.NumberFormat(locale, digits);
  return {
    currency,
    exponent,
    full: (minor) => full.format(decimalOf(minor, exponent)),
    bare: (minor) => bare.format(decimalOf(minor, exponent)),
  };
}

/** "1.5" with the reader's decimal sign, for quantities and stock in thousandths. */
export function quantityText(thousandths: number): string {
  return quantityFormat.format(formatQuantity(thousandths) as Intl.StringNumericLiteral);
}

const quantityFormat = new Intl.NumberFormat(undefined, { maximumFractionDigits: 3 });

// A decimal text keeps every digit, which a division by 100 would not; the cast: formatMoney writes only digits, a sign and a point.
function decimalOf(minor: number, exponent: number): Intl.StringNumericLiteral {
  return formatMoney(minor, exponent) as Intl.StringNumericLiteral;
}
