import { useEffect } from "react";
import { useTill } from "../app/till.ts";

/**
 * Tells the outbox that a receipt was seen, once the browser has really drawn it. Frames are drawn only while the
 * page is visible, so a receipt behind another tab stays unseen and is shown again after a crash.
 */
export function useSeenOnScreen(saleId: string): void {
  const { duka } = useTill();
  useEffect(() => {
    // The first frame is the one being prepared; the second begins after it was drawn.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        // Not marked means shown once more at the next start, which is harmless.
        duka.markReceiptSeen(saleId).catch(() => undefined);
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [duka, saleId]);
}
