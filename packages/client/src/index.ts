export type { CatalogueProduct, CatalogueState } from "./catalogue/catalogue-product.ts";
export type { Catalogue, Duka } from "./duka.ts";
export { DukaError, type DukaErrorCode } from "./duka-error.ts";
export { type Enrolment, enrolDevice } from "./enrol-device.ts";
export type { Environment, StorageEstimate } from "./environment/environment.ts";
export type { Transport, TransportAnswer, TransportRequest } from "./environment/transport.ts";
export { createObservable, type Observable } from "./observable.ts";
export { type DukaOptions, openDuka } from "./open-duka.ts";
export type { CorruptRow, OutboxRecord } from "./outbox/outbox-record.ts";
export type { RecordState } from "./outbox/record-state.ts";
export type {
  ProductSnapshot,
  RecordedSale,
  RecordedSaleLine,
  SaleDraft,
  SaleDraftLine,
  SaleTender,
} from "./sale/sale-draft.ts";
export { saleOf } from "./sale/sale-of.ts";
export type { Hold, SyncState } from "./sync-state.ts";
