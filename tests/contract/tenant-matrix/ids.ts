/** Every kind of id that a caller can name. */
export type Ids = {
  readonly product: number;
  readonly sale: number;
  readonly movement: number;
  readonly alert: number;
  readonly user: number;
  readonly shop: string;
  readonly device: string;
  readonly invitation: string;
  readonly saleExternalId: string;
  readonly movementExternalId: string;
  readonly productUid: string;
  readonly sku: string;
  readonly barcode: string;
  readonly username: string;
};

/** Counters of a shop start here, so that no number of one shop means anything in another. */
export const FOREIGN_START = 700_001;
const ABSENT_START = 800_001;

/** Ids that nobody was ever given. */
export const ABSENT_IDS: Ids = {
  product: ABSENT_START,
  sale: ABSENT_START,
  movement: ABSENT_START,
  alert: ABSENT_START,
  user: ABSENT_START,
  shop: "0197c0de-0000-7000-8000-0000000000d1",
  device: "0197c0de-0000-7000-8000-0000000000d2",
  invitation: "0197c0de-0000-7000-8000-0000000000d3",
  saleExternalId: "0197c0de-0000-7000-8000-0000000000d4",
  movementExternalId: "0197c0de-0000-7000-8000-0000000000d5",
  productUid: "0197c0de-0000-7000-8000-0000000000d6",
  sku: "SKU-NOBODY",
  barcode: "4000000000001",
  username: "absent-person",
};
