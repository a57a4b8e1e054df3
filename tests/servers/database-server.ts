/** A running database server with an administrator's address: `postgres://…` or `mysql://…`, without a database name. */
export interface DatabaseServer {
  readonly url: string;
  /** Name and version, for the log. */
  readonly version: string;
  readonly stop: () => Promise<void>;
}
