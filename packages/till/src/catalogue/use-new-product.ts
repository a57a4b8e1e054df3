import { useState } from "react";
import { useTill } from "../app/till.ts";
import { type ApiProblem, requestApi } from "../session/api-request.ts";
import { t } from "../text/text.ts";
import type { NewProductBody, ProductField } from "./product-entry.ts";

export type NewProductOutcome =
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly name: string }
  | {
      readonly kind: "failed";
      /** For the head of the form; absent when a field says it all. */
      readonly text?: string;
      readonly fields: Readonly<Partial<Record<ProductField, string>>>;
      readonly needsSignIn?: boolean;
    };

const SIGN_IN_EXPIRED = 401;
const FORBIDDEN = 403;

/** Sends a product to the server; what comes back through the pull puts it on the shelf. */
export function useNewProduct() {
  const { duka } = useTill();
  const [outcome, setOutcome] = useState<NewProductOutcome>();
  /** Counts the products added: a new number is a new, empty form. */
  const [attempt, setAttempt] = useState(0);

  async function submit(body: NewProductBody, name: string): Promise<void> {
    setOutcome({ kind: "saving" });
    const answer = await requestApi({ method: "POST", path: "/api/products/", body });
    if (!answer.ok) {
      setOutcome(failedOutcome(answer.error));
      return;
    }
    setOutcome({ kind: "saved", name });
    setAttempt((count) => count + 1);
    duka.catalogue.refresh();
  }

  return { submit, outcome, attempt };
}

function failedOutcome(problem: ApiProblem): NewProductOutcome {
  if (problem.kind === "unreachable") return { kind: "failed", text: t("product.problem.offline"), fields: {} };
  if (problem.status === SIGN_IN_EXPIRED) {
    return { kind: "failed", text: t("product.problem.signIn"), fields: {}, needsSignIn: true };
  }
  if (problem.status === FORBIDDEN) return { kind: "failed", text: t("product.problem.notAllowed"), fields: {} };
  if (problem.code === "sku_taken") return { kind: "failed", fields: { sku: t("product.problem.sku_taken") } };
  if (problem.code === "barcode_taken")
    return { kind: "failed", fields: { barcode: t("product.problem.barcode_taken") } };
  return { kind: "failed", text: problem.detail, fields: {} };
}
