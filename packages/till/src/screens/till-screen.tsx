import { useEffect, useState } from "react";
import { Link } from "wouter";
import { useTill } from "../app/till.ts";
import { APP_VERSION } from "../app/version.ts";
import { Screen } from "../design/screen.tsx";
import { SignOut } from "../session/sign-out.tsx";
import { SyncChip } from "../sync/sync-chip.tsx";
import { t } from "../text/text.ts";

/** Who and what this till is, what it may do, and the way out. */
export function TillScreen() {
  const { enrolment } = useTill();
  const isPersisted = usePersisted();
  return (
    <Screen title={t("till.title")} backTo="/" aside={<SyncChip />}>
      <div className="stack">
        {enrolment.user.role !== "cashier" && (
          <Link href="/products/new" className="button button-wide">
            {t("sell.addProduct")}
          </Link>
        )}
        <Link href="/sales" className="button button-wide">
          {t("sync.title")}
        </Link>
        {!isSecureContext && <p className="notice notice-stop">{t("start.insecure")}</p>}
        <dl className="card facts">
          <Fact name={t("till.shop")} value={enrolment.shop.name} />
          <Fact name={t("till.name")} value={enrolment.device.name} />
          <Fact name={t("till.user")} value={enrolment.user.username} />
          {isPersisted !== undefined && (
            <Fact
              name={t("till.storage")}
              value={t(isPersisted ? "till.storage.persisted" : "till.storage.notPersisted")}
            />
          )}
          <Fact name={t("till.version")} value={APP_VERSION} />
        </dl>
        <SignOut />
      </div>
    </Screen>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt className="soft small">{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** Whether the browser has promised not to evict the sales; undefined where it does not say. */
function usePersisted(): boolean | undefined {
  const [isPersisted, setPersisted] = useState<boolean>();
  useEffect(() => {
    void navigator.storage?.persisted().then(setPersisted);
  }, []);
  return isPersisted;
}
