/** Why the queue as a whole is waiting for a person. Selling goes on. */
export interface Hold {
  /** `sign_in`: credential expired; `revoked`: device revoked; `update`: app too old; `refused`: the server refuses the requests. */
  readonly reason: "sign_in" | "revoked" | "update" | "refused";
  readonly detail: string;
}

/** What a screen needs to say where the sales are. Amounts in minor units, times as this device's wall clock. */
export interface SyncState {
  readonly unsent: number;
  readonly oldestUnsentAtMs?: number;
  readonly unsentValueMinor: number;
  readonly held?: Hold;
  /** Stored on the server for the owner to look at; nothing more to do on this device. */
  readonly quarantined: number;
  /** Rows that cannot be read. They are kept and can be exported. */
  readonly corrupt: number;
  /** Records the server keeps failing on while others pass; they are tried again, alone. */
  readonly stuck: number;
  readonly isPushing: boolean;
  readonly lastSuccessAtMs?: number;
  readonly nextAttemptAtMs?: number;
  readonly lastProblem?: string;
  /** Everything up to this number has reached the server. */
  readonly completeUpTo: number;
  readonly lastDeviceSeq: number;
  /** The server's clock minus this device's, once known. */
  readonly clockOffsetMs?: number;
}
