import { type Duka, openDuka } from "@duka/client";
import { createBrowserEnvironment, createBrowserTransport } from "@duka/client/browser";
import { APP_VERSION } from "../app/version.ts";
import type { Enrolment } from "../session/enrolment.ts";

/** The shop's outbox and catalogue on this device, not yet started. Rejects when its storage cannot be used. */
export function openSync({ shop, device }: Enrolment): Promise<Duka> {
  return openDuka({
    shopId: shop.id,
    device,
    environment: createBrowserEnvironment({ shopId: shop.id }),
    transport: createBrowserTransport(),
    appVersion: APP_VERSION,
  });
}
