import type { CatalogueProduct, CatalogueState } from "./catalogue/catalogue-product.ts";
import type { Observable } from "./observable.ts";
import type { CorruptRow, OutboxRecord } from "./outbox/outbox-record.ts";
import type { RecordedSale, SaleDraft } from "./sale/sale-draft.ts";
import type { SyncState } from "./sync-state.ts";

/** The catalogue cache: what can be sold. It may be dropped and filled again at any time. */
export interface Catalogue {
  readonly state: Observable<CatalogueState>;
  list(): Promise<readonly CatalogueProduct[]>;
  /** Asks for changes now. */
  refresh(): void;
}

/** The offline SDK of one till of one shop. */
export interface Duka {
  readonly state: Observable<SyncState>;
  readonly catalogue: Catalogue;
  /** Why the draft could not be recorded, as sentences; empty when it can. Ask before taking payment. */
  checkSale(draft: SaleDraft): readonly string[];
  /** Rejects with a `DukaError` when the device cannot store a sale now. Ask before taking payment. */
  checkStorage(): Promise<void>;
  /**
   * Saves a sale on this device; never waits for the network. Resolves once the strict transaction is
   * complete: only then may a receipt be shown. Rejects with a `DukaError`.
   */
  recordSale(draft: SaleDraft): Promise<RecordedSale>;
  /** Not yet on the server, oldest first. */
  listUnsent(): Promise<readonly OutboxRecord[]>;
  /** Stored on the server, but a person must look. */
  listQuarantined(): Promise<readonly OutboxRecord[]>;
  /** Newest first. */
  listRecent(limit: number): Promise<readonly OutboxRecord[]>;
  /** Rows that cannot be read, with their bytes, for export. */
  listCorrupt(): Promise<readonly CorruptRow[]>;
  /** Saved sales whose receipt nobody saw, oldest first: show these first after a start. */
  unseenReceipts(): Promise<readonly RecordedSale[]>;
  markReceiptSeen(id: string): Promise<void>;
  /** Tries to push and pull now; also lifts a hold, for example after signing in again. */
  syncNow(): void;
  /** Starts pushing and pulling by itself. Selling works without. */
  start(): void;
  /** Lets the cycle under way finish, then closes the databases. */
  close(): Promise<void>;
}
