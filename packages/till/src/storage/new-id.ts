import { uuidv7 } from "uuidv7";

/** A UUID that sorts by time: for carts (and so for their sales), products made on the spot, and this device. */
export function newId(): string {
  return uuidv7();
}
