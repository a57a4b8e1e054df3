/**
 * - `sale_refused`: the draft itself cannot be a sale; nothing was written.
 * - `storage_full`: no room on the device, also after the catalogue cache was freed; nothing was written.
 * - `storage_failed`: the device could not promise that the sale is safe. Look at `listRecent` before selling it again.
 * - `closed`: the client was closed.
 * - `server_refused`, `unreachable`: enrolment did not succeed.
 */
export type DukaErrorCode =
  | "sale_refused"
  | "storage_full"
  | "storage_failed"
  | "closed"
  | "server_refused"
  | "unreachable";

/** The SDK's one error: `code` is stable, `message` is a sentence for a person. */
export class DukaError extends Error {
  override readonly name = "DukaError";
  readonly code: DukaErrorCode;

  constructor(code: DukaErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
