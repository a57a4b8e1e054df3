/** What every row of one commit shares. */
export type WriteScope = {
  readonly shopId: string;
  readonly nowMs: number;
  /** The version to stamp on pullable rows. */
  readonly version: number;
};
