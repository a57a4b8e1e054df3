export { assert } from "./assert.ts";
export {
  AMOUNT_MINOR_MAX,
  BARCODE_LENGTH_MAX,
  NAME_LENGTH_MAX,
  QUANTITY_THOUSANDTHS_MAX,
  REASON_LENGTH_MAX,
  SALE_LINES_MAX,
  SKU_LENGTH_MAX,
  SOURCE_DEVICE_LENGTH_MAX,
  STOCK_THOUSANDTHS_MAX,
  UNIT_LENGTH_MAX,
  UNIT_PRICE_MINOR_MAX,
} from "./bounds.ts";
export { canonicalJson, type CanonicalValue } from "./canonical-json.ts";
export {
  decimalNumber,
  type DecimalLimits,
  type DecimalProblem,
  formatDecimal,
  parseDecimal,
} from "./decimal.ts";
export { currencyCodes, currencyExponent } from "./money/currency.ts";
export { formatMoney, parseMoney } from "./money/money.ts";
export { formatQuantity, parseQuantity, QUANTITY_SCALE } from "./quantity.ts";
export { failure, type Result, success } from "./result.ts";
export { changeDueMinor, type Settlement, type TenderAmount } from "./sale/change-due.ts";
export { lineSubtotalMinor } from "./sale/line-subtotal.ts";
export { saleTotalMinor } from "./sale/sale-total.ts";
export { sha256Hex } from "./sha256.ts";
export { businessDateAt, isTimeZone } from "./time/business-date.ts";
export { addDays, daysBetween, isBusinessDate } from "./time/calendar-date.ts";
export type { ObservedSaleTime } from "./time/corrected-time.ts";
export { formatInstant, isInstantInBounds, YEAR_MAX, YEAR_MIN } from "./time/instant.ts";
export { parseUuid } from "./uuid.ts";
export {
  type AlertSeverity,
  type AlertStep,
  nextAlert,
  type OpenAlert,
  type StockLevel,
} from "./alerts/alert-state.ts";
export { decimalTextOf } from "./decimal-text.ts";
export { normaliseSale } from "./normalise/normalise-sale.ts";
export type { ValidationCode, ValidationIssue } from "./normalise/validation-issue.ts";
export { productKey } from "./product/product-key.ts";
export { saleFingerprint } from "./sale/fingerprint.ts";
export type { ProductSnapshot, SaleContent, SaleLineContent, TenderContent } from "./sale/sale-content.ts";
export { SALE_FLAGS, type SaleFlag } from "./sale/sale-flags.ts";
export { applyMovement, type MovementType } from "./stock/stock-ledger.ts";
export { withoutAbsent } from "./without-absent.ts";
export { recordSales } from "./record/record-sales.ts";
export type {
  ChangedAlert,
  NewAlert,
  NewProduct,
  ProductDailySales,
  RecordedLine,
  RecordedSale,
  RecordedSales,
  RecordedTender,
  SaleConflict,
  SaleMovement,
  SaleRefusal,
  SaleResult,
  ShopDailySales,
} from "./record/recorded-sales.ts";
export { type DeviceClock, type SaleToRecord, type SellingDevice, tillOf } from "./record/sale-to-record.ts";
export type {
  AlertState,
  KnownSale,
  ProductState,
  ShopCounters,
  ShopSettings,
  ShopState,
  UsedReceiptNumber,
} from "./record/shop-state.ts";
export { daysLowStock } from "./alerts/days-low-stock.ts";
export { averagePriceMinor } from "./money/average-price.ts";
export {
  groupByPeriod,
  REPORT_PERIODS,
  type PeriodGroup,
  type ReportPeriod,
} from "./time/report-period.ts";
export { sumNumber } from "./sum-number.ts";
