import { askForPersistentStorage } from "@duka/client/browser";
import { failure, type Result, success } from "@duka/domain";
import type { TillDatabase } from "../storage/till-database.ts";
import {
  closeSession,
  type Credentials,
  enrolDevice,
  type NewShop,
  openSession,
  registerShop,
  type Session,
} from "./account-api.ts";
import type { ApiProblem, FieldProblem } from "./api-request.ts";
import { deviceIdFor, type Enrolment, saveEnrolment } from "./enrolment.ts";

export type SignInProblem =
  | { readonly kind: "unreachable" | "credentials" | "not_allowed" | "made" | "storage" }
  | { readonly kind: "other_shop"; readonly shopName: string }
  | { readonly kind: "refused"; readonly detail: string; readonly errors: readonly FieldProblem[] };

export type SignInRequest = Credentials & {
  readonly tillName: string;
  /** Set when this till is enrolled already: signing in again stays in its shop and keeps its name. */
  readonly enrolled?: Enrolment | undefined;
};

export type SignInTools = { readonly database: TillDatabase; readonly newId: () => string };

const FORBIDDEN = 403;

/** Signs in and enrols this browser as a device of the shop. Afterwards the till needs neither to start nor to sell. */
export async function signIn(request: SignInRequest, tools: SignInTools): Promise<Result<Enrolment, SignInProblem>> {
  const { username, password, enrolled } = request;
  const session = await openSession({ username, password });
  if (!session.ok) return failure(signInProblemOf(session.error));
  if (enrolled !== undefined && enrolled.shop.id !== session.value.shop.id) {
    await closeSession();
    return failure({ kind: "other_shop", shopName: enrolled.shop.name });
  }
  return enrol(session.value, enrolled?.device.name ?? request.tillName, tools);
}

/** Makes the shop, then signs in to it. When only the second step fails, the problem says that the shop is made. */
export async function signUp(
  request: NewShop & { readonly tillName: string },
  tools: SignInTools,
): Promise<Result<Enrolment, SignInProblem>> {
  const registered = await registerShop(request);
  if (!registered.ok) return failure(refusalOf(registered.error));
  const signedIn = await signIn(request, tools);
  return signedIn.ok || signedIn.error.kind === "storage" ? signedIn : failure({ kind: "made" });
}

async function enrol(session: Session, name: string, tools: SignInTools): Promise<Result<Enrolment, SignInProblem>> {
  try {
    const id = await deviceIdFor(tools.database, session.shop.id, tools.newId);
    const enrolment: Enrolment = { ...session, device: { id, name } };
    const enrolled = await enrolDevice(enrolment.device);
    if (!enrolled.ok) return failure(enrolProblemOf(enrolled.error));
    await saveEnrolment(tools.database, enrolment);
    // The browser may refuse; the till's own page then says so. Selling does not wait for the answer.
    void askForPersistentStorage();
    return success(enrolment);
  } catch {
    return failure({ kind: "storage" });
  }
}

/** The login endpoint answers 400 or 401 for wrong credentials, in the words of no field. */
function signInProblemOf(problem: ApiProblem): SignInProblem {
  if (problem.kind === "refused" && problem.errors.length === 0 && [400, 401].includes(problem.status)) {
    return { kind: "credentials" };
  }
  return refusalOf(problem);
}

function enrolProblemOf(problem: ApiProblem): SignInProblem {
  if (problem.kind === "refused" && problem.status === FORBIDDEN) return { kind: "not_allowed" };
  return refusalOf(problem);
}

function refusalOf(problem: ApiProblem): SignInProblem {
  return problem.kind === "unreachable"
    ? { kind: "unreachable" }
    : { kind: "refused", detail: problem.detail, errors: problem.errors };
}
