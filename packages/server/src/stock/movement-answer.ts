import { decimalNumber, formatInstant, QUANTITY_SCALE } from "@duka/domain";
import type { MovementAnswer } from "@duka/protocol";
import type { NamedMovement } from "./movement.queries.ts";

export function movementAnswer(movement: NamedMovement): MovementAnswer {
  return {
    id: movement.id,
    product: movement.product_id,
    sku: movement.sku,
    product_name: movement.product_name,
    delta: decimalNumber(movement.delta_thousandths, QUANTITY_SCALE),
    resulting_stock: decimalNumber(movement.resulting_stock_thousandths, QUANTITY_SCALE),
    performed_by: movement.performed_by,
    performed_by_name: movement.performed_by_name,
    reason: movement.reason,
    movement_type: movement.movement_type,
    timestamp: formatInstant(movement.moved_at_ms),
  };
}
