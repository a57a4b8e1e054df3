import { type Duka, openDuka } from "@duka/client";
import { browserEnvironment, fetchTransport } from "@duka/client/browser";
import { APP_VERSION } from "../app/version.ts";
import type { Enrolment } from "../session/enrolment.ts";

/** The shop's outbox and catalogue on this device, not yet started. */
export async function openSync({ shop, device }: Enrolment): Promise<Duka> {
  return openDuka({
    shopId: shop.id,
    device,
    environment: await browserEnvironment(shop.id),
    transport: fetchTransport(),
    appVersion: APP_VERSION,
  });
}
