import { accountOperations } from "./account-operations.ts";
import { alertOperations } from "./alert-operations.ts";
import { deviceOperations } from "./device-operations.ts";
import { memberOperations } from "./member-operations.ts";
import { productOperations } from "./product-operations.ts";
import { reportOperations } from "./report-operations.ts";
import { saleOperations } from "./sale-operations.ts";
import { serverOperations } from "./server-operations.ts";
import { shopOperations } from "./shop-operations.ts";
import { stockOperations } from "./stock-operations.ts";
import { syncOperations } from "./sync-operations.ts";

export { OPERATION_TAGS, type Operation, type OperationKey, type OperationTag } from "./operation.ts";

/** Every call of the API, by method and path. Routes validate with it; the OpenAPI document and the typed client are made of it. */
export const operations = {
  ...accountOperations,
  ...shopOperations,
  ...memberOperations,
  ...deviceOperations,
  ...productOperations,
  ...stockOperations,
  ...saleOperations,
  ...reportOperations,
  ...alertOperations,
  ...syncOperations,
  ...serverOperations,
};
