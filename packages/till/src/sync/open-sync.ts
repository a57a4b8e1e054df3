import { type Duka, openDuka, type Transport } from "@duka/client";
import { createBrowserEnvironment, createBrowserTransport } from "@duka/client/browser";
import { APP_VERSION } from "../app/version.ts";
import type { Enrolment } from "../session/enrolment.ts";
import { t } from "../text/text.ts";

/** The shop's outbox and catalogue on this device, not yet started. Rejects when its storage cannot be used. */
export function openSync({ shop, device }: Enrolment): Promise<Duka> {
  return openDuka({
    shopId: shop.id,
    device,
    environment: createBrowserEnvironment({ shopId: shop.id }),
    transport: inPlainWords(createBrowserTransport()),
    appVersion: APP_VERSION,
  });
}

/** The browser's own "Failed to fetch" tells a cashier nothing; what the queue reports is shown on the sending screen. */
function inPlainWords(transport: Transport): Transport {
  return {
    send: (request) =>
      transport.send(request).catch((cause: unknown) => {
        throw new Error(t("sync.unreachable"), { cause });
      }),
  };
}
