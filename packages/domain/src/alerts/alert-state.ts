/**
 * The low-stock alert of one product.
 *
 * | state          | enters when                                              | leaves when                                            |
 * |----------------|----------------------------------------------------------|--------------------------------------------------------|
 * | no open alert  | at first; an open alert closes                           | stock < reorder level: opens                           |
 * | open, unread   | it opens; an acknowledged one gets worse than it was read | acknowledged; stock ≥ reorder level: closes            |
 * | open, read     | a person acknowledges it at its severity of that moment   | severity worse than that: unread; stock ≥ level: closes |
 *
 * While open, its severity follows the stock in both directions. A product has at most one open alert.
 * A product without a stock or without a reorder level (volatile) has none.
 */

export const ALERT_SEVERITIES = ["info", "warning", "critical"] as const;

export type AlertSeverity = (typeof ALERT_SEVERITIES)[number];

export type OpenAlert = {
  readonly severity: AlertSeverity;
  /** The severity that a person acknowledged; absent while unread. */
  readonly acknowledgedSeverity?: AlertSeverity;
};

export type StockLevel = {
  readonly stockThousandths: number | null;
  readonly reorderLevelThousandths: number | null;
};

export type AlertStep =
  | { readonly kind: "none" }
  | { readonly kind: "open"; readonly severity: AlertSeverity }
  /** Worse than what was acknowledged: unread again. */
  | { readonly kind: "escalate"; readonly severity: AlertSeverity }
  | { readonly kind: "change"; readonly severity: AlertSeverity }
  | { readonly kind: "close" };

/** What a product's new stock or reorder level does to its alert. */
export function nextAlert(open: OpenAlert | undefined, level: StockLevel): AlertStep {
  const severity = alertSeverity(level);
  if (open === undefined) return severity === undefined ? { kind: "none" } : { kind: "open", severity };
  if (severity === undefined) return { kind: "close" };
  if (severity === open.severity) return { kind: "none" };
  const isWorseThanRead = open.acknowledgedSeverity !== undefined && isWorse(severity, open.acknowledgedSeverity);
  return { kind: isWorseThanRead ? "escalate" : "change", severity };
}

/** How bad a stock level is: critical at ≤ 10 % of the reorder level, warning at ≤ 50 %, info below it, else undefined. */
export function alertSeverity({ stockThousandths, reorderLevelThousandths }: StockLevel): AlertSeverity | undefined {
  if (stockThousandths === null || reorderLevelThousandths === null) return undefined;
  if (stockThousandths >= reorderLevelThousandths) return undefined;
  // Whole divisors of the level: ten times a large stock would not be a safe integer.
  if (stockThousandths <= Math.floor(reorderLevelThousandths / 10)) return "critical";
  if (stockThousandths <= Math.floor(reorderLevelThousandths / 2)) return "warning";
  return "info";
}

function isWorse(severity: AlertSeverity, than: AlertSeverity): boolean {
  return ALERT_SEVERITIES.indexOf(severity) > ALERT_SEVERITIES.indexOf(than);
}
