// Puts the fake's classes where idb looks for them, and hands out those that tests reach into.
// oxlint-disable-next-line import/no-unassigned-import -- it is there for what it puts in place
import "fake-indexeddb/auto";

export {
  IDBDatabase as FDBDatabase,
  IDBFactory as FDBFactory,
  IDBIndex as FDBIndex,
  IDBObjectStore as FDBObjectStore,
} from "fake-indexeddb";
