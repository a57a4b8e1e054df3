import { type AlertState, type ChangedAlert, type NewAlert, nextAlert } from "@duka/domain";
import type { ProductsTable } from "../../database/schema.ts";

export type AlertSteps = { readonly opened: readonly NewAlert[]; readonly changed: readonly ChangedAlert[] };

/** What new stock and reorder levels do to the products' alerts. `takeId` gives the next id of an alert. */
export function stepAlerts(
  products: readonly ProductsTable[],
  openAlerts: readonly AlertState[],
  takeId: () => number,
): AlertSteps {
  const openByProduct = new Map(openAlerts.map((alert) => [alert.productId, alert]));
  const opened: NewAlert[] = [];
  const changed: ChangedAlert[] = [];
  for (const product of products) {
    const open = openByProduct.get(product.id);
    const levels = {
      stockThousandths: product.stock_thousandths,
      reorderLevelThousandths: product.reorder_level_thousandths,
    };
    const step = nextAlert(open, levels);
    if (step.kind === "open") opened.push(newAlert(product, step.severity, takeId));
    else if (step.kind !== "none" && open !== undefined) changed.push(changedAlert(open, step));
  }
  return { opened, changed };
}

type NextStep = Exclude<ReturnType<typeof nextAlert>, { readonly kind: "none" | "open" }>;

function newAlert(product: ProductsTable, severity: NewAlert["severity"], takeId: () => number): NewAlert {
  return {
    id: takeId(),
    productId: product.id,
    severity,
    // An alert opens only where both are known.
    stockAtTriggerThousandths: product.stock_thousandths ?? 0,
    reorderLevelAtTriggerThousandths: product.reorder_level_thousandths ?? 0,
    isClosed: false,
  };
}

function changedAlert(open: AlertState, step: NextStep): ChangedAlert {
  if (step.kind === "close") return { ...open, isClosed: true };
  const { acknowledgedSeverity, ...unread } = open;
  const isStillRead = step.kind === "change" && acknowledgedSeverity !== undefined;
  return { ...unread, ...(isStillRead && { acknowledgedSeverity }), severity: step.severity, isClosed: false };
}
