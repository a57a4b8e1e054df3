import { type ReactNode, useState } from "react";
import { useTill } from "../app/till.ts";
import {
  addToCart,
  type Cart,
  type CartProduct,
  type CartRefusal,
  changeLine,
  type LineEntry,
  removeLine,
} from "./cart.ts";
import { LineDialog, type LineTask } from "./line-dialog.tsx";
import { type Result, success } from "@duka/domain";

type LineTaskTools = {
  readonly change: (next: (cart: Cart) => Result<Cart, CartRefusal>) => boolean;
  readonly onAdded?: (name: string) => void;
};

/** Opens the line dialog and carries out what is decided in it. */
export function useLineTask({ change, onAdded }: LineTaskTools): {
  readonly begin: (task: LineTask) => void;
  readonly dialog: ReactNode;
} {
  const { newId } = useTill();
  const [task, setTask] = useState<LineTask>();
  const close = () => setTask(undefined);

  function done(current: LineTask, entry: LineEntry, made: Made): void {
    close();
    if (current.kind === "edit") {
      change((cart) => changeLine(cart, current.lineNumber, entry));
      return;
    }
    const product = current.kind === "add" ? current.product : { uid: newId(), ...productOf(current, entry, made) };
    if (change((cart) => addToCart(cart, product, entry))) onAdded?.(product.name);
  }

  const dialog = task !== undefined && (
    <LineDialog
      task={task}
      onDone={(entry, made) => done(task, entry, made)}
      onRemove={() => {
        close();
        if (task.kind === "edit") change((cart) => success(removeLine(cart, task.lineNumber)));
      }}
      onClose={close}
    />
  );
  return { begin: setTask, dialog };
}

type Made = { readonly name: string; readonly isVolatile: boolean };

function productOf(task: Extract<LineTask, { kind: "new" }>, entry: LineEntry, made: Made): CartProduct {
  const { barcode } = task;
  return { ...made, ...(barcode !== undefined && { barcode }), unitPriceMinor: entry.unitPriceMinor };
}
