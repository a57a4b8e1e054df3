export interface TransportRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path and query, from the server's root: "/api/sync/push/". */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly deadlineMs: number;
  readonly signal?: AbortSignal;
}

export interface TransportAnswer {
  readonly status: number;
  /** The header's value; names in any case. */
  readonly headers: (name: string) => string | undefined;
  readonly text: string;
}

/** One request, one answer. Rejects when no complete answer came: the outcome is then unknown. */
export interface Transport {
  send(request: TransportRequest): Promise<TransportAnswer>;
}
