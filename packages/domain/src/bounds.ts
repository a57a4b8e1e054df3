/**
 * The largest values Duka holds. Each keeps a margin below 2^53, so that a sum
 * of two bounded values is still an exact `number`.
 */

/** Any amount of money, in minor units: a subtotal, a total, a tender, a day's revenue. */
export const AMOUNT_MINOR_MAX = 10 ** 15 - 1;
/** The price of one unit, in minor units. */
export const UNIT_PRICE_MINOR_MAX = 10 ** 12 - 1;
/** The quantity of one line, in thousandths: 999,999,999.999. */
export const QUANTITY_THOUSANDTHS_MAX = 10 ** 12 - 1;
/** Stock on hand, either sign, in thousandths. */
export const STOCK_THOUSANDTHS_MAX = 10 ** 15 - 1;

export const SALE_LINES_MAX = 1000;
export const TENDERS_MAX = 20;

/** Text lengths, in UTF-16 code units as JavaScript counts them. */
export const NAME_LENGTH_MAX = 255;
export const SKU_LENGTH_MAX = 64;
export const BARCODE_LENGTH_MAX = 64;
export const UNIT_LENGTH_MAX = 32;
export const NOTE_LENGTH_MAX = 1000;
export const REASON_LENGTH_MAX = 255;
export const SOURCE_DEVICE_LENGTH_MAX = 128;
export const RECEIPT_NUMBER_LENGTH_MAX = 64;
export const TENDER_METHOD_LENGTH_MAX = 64;
export const TENDER_REFERENCE_LENGTH_MAX = 128;
