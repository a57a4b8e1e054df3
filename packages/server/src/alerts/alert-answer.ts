import { daysLowStock, decimalNumber, formatInstant, QUANTITY_SCALE } from "@duka/domain";
import type { AlertAnswer } from "@duka/protocol";
import type { Language } from "./alert-language.ts";
import type { AlertWithProduct } from "./alerts.queries.ts";
import { alertMessage } from "./low-stock-mail.ts";

/** An alert as every call answers it. A closed one tells of the level at which it opened. */
export function alertAnswer(
  alert: AlertWithProduct,
  { language, nowMs }: { readonly language: Language; readonly nowMs: number },
): AlertAnswer {
  const { stock_thousandths: stock, reorder_level_thousandths: reorderLevel } = alert;
  const isOpen = alert.closed_at_ms === null;
  return {
    id: alert.id,
    product: {
      id: alert.product_id,
      name: alert.name,
      sku: alert.sku,
      stock: thousandthsOrNull(stock),
      reorder_level: thousandthsOrNull(reorderLevel),
    },
    severity: alert.severity,
    message: alertMessage(
      {
        ...alert,
        stockThousandths: (isOpen ? stock : null) ?? alert.stock_at_trigger_thousandths,
        reorderLevelThousandths: (isOpen ? reorderLevel : null) ?? alert.reorder_level_at_trigger_thousandths,
      },
      language,
    ),
    triggered_at: formatInstant(alert.triggered_at_ms),
    acknowledged: alert.acknowledged_at_ms !== null,
    days_low_stock: daysLowStock(alert.triggered_at_ms, alert.closed_at_ms ?? nowMs),
  };
}

function thousandthsOrNull(thousandths: number | null): number | null {
  return thousandths === null ? null : decimalNumber(thousandths, QUANTITY_SCALE);
}
