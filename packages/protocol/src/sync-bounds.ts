/** The version of the sync envelope that this code speaks. The envelope is strict for its version. */
export const SYNC_PROTOCOL = 1;

/** Facts in one push. */
export const PUSH_ITEMS_MAX = 500;

/** Bytes of one push after decompression, envelope included. */
export const PUSH_BYTES_MAX = 1024 * 1024;

/** Characters of one frozen body. A till refuses, before payment, a sale that is larger. */
export const ITEM_BODY_LENGTH_MAX = 700_000;

/** Bytes of one item as it stands in a push; leaves room for the envelope within `PUSH_BYTES_MAX`. */
export const ITEM_BYTES_MAX = 900_000;

/** Ranges that one answer may name as missing; the rest follow in the next answer. */
export const MISSING_RANGES_MAX = 50;

/** Ranges of acknowledged numbers in one push; holes are few, so this is reached only by a damaged device. */
export const CONFIRMED_RANGES_MAX = 1_000;

/** Rows (products, tombstones and alerts together) in one page of a pull. */
export const PULL_ROWS_MAX = 1_000;

/** Ranges of numbers beyond the contiguous mark in a pull's `ack`. */
export const ACK_EXTRA_RANGES_MAX = 1_000;
