import { type DBSchema, type IDBPDatabase, openDB } from "idb";

export interface GrowingDatabase<Schema extends DBSchema> {
  open(): Promise<IDBPDatabase<Schema>>;
  close(): Promise<void>;
}

/**
 * An IndexedDB connection that is opened when first needed and again after the browser or another tab closed it.
 * A database whose version is higher (an app that was rolled back) is opened as it is: schemas only grow.
 */
export function openGrowingDatabase<Schema extends DBSchema>(
  name: string,
  version: number,
  upgrade: (database: IDBPDatabase<Schema>, oldVersion: number) => void,
): GrowingDatabase<Schema> {
  let current: Promise<IDBPDatabase<Schema>> | undefined;
  const forget = (): void => {
    current = undefined;
  };
  const closeNow = async (): Promise<void> => {
    const closing = current;
    forget();
    (await closing?.catch(() => undefined))?.close();
  };
  const connect = async (): Promise<IDBPDatabase<Schema>> => {
    // Another tab wants a newer schema or to delete: step aside; the next call opens again.
    const callbacks = { upgrade, blocking: () => void closeNow(), terminated: forget };
    try {
      return await openDB<Schema>(name, version, callbacks);
    } catch (error) {
      if (!isVersionError(error)) throw error;
      const { upgrade: _unused, ...asItIs } = callbacks;
      return openDB<Schema>(name, undefined, asItIs);
    }
  };
  return {
    open() {
      current ??= connect().catch((error: unknown) => {
        forget();
        throw error;
      });
      return current;
    },
    close: closeNow,
  };
}

function isVersionError(error: unknown): boolean {
  return error instanceof Error && error.name === "VersionError";
}
