/** How often what goes wrong. Probabilities are per event; 0 everywhere is a calm day. */
export type FaultPlan = {
  /** A till process ends with SIGKILL at a step of its storage, per step. */
  readonly storageCrash: number;
  /** The supervisor kills a till's process from outside, per sale. */
  readonly outsideKill: number;
  /** The link goes down, per request. */
  readonly linkLoss: number;
  /** How many requests fail while it is down, at most. */
  readonly lostRequestsMax: number;
  /** The server does the work and its answer never arrives, per request. */
  readonly lostAnswer: number;
  /** The request arrives twice; the second answer counts. */
  readonly doubledRequest: number;
  /** A captive portal answers 200 with a page of its own, per request. */
  readonly captivePortal: number;
  /** SIGKILLs of the server over the whole run. */
  readonly serverKills: number;
};

export type ReplaySize = { readonly invoices: number; readonly tills: number; readonly isCalm: boolean };

const STORAGE_CRASHES_PER_TILL = 8;
/** Roughly what one sale costs in steps of writing storage transactions: saving, sending, acknowledging. */
const STORAGE_STEPS_PER_SALE = 15;
const INVOICES_PER_SERVER_KILL = 150;
const SERVER_KILLS_MAX = 6;

/** The rough day that every till gets unless the replay is calm. A slice gets fewer crashes, but some. */
export function faultPlan({ invoices, tills, isCalm }: ReplaySize): FaultPlan {
  if (isCalm) return CALM;
  const salesPerTill = Math.max(1, invoices / tills);
  const crashes = Math.min(STORAGE_CRASHES_PER_TILL, Math.max(2, salesPerTill / 20));
  return {
    storageCrash: Math.min(MAX_STORAGE_CRASH, crashes / (salesPerTill * STORAGE_STEPS_PER_SALE)),
    outsideKill: 0.02,
    linkLoss: 0.08,
    lostRequestsMax: 4,
    lostAnswer: 0.3,
    doubledRequest: 0.05,
    captivePortal: 0.03,
    serverKills: Math.min(SERVER_KILLS_MAX, Math.max(1, Math.round(invoices / INVOICES_PER_SERVER_KILL))),
  };
}

/** Above this a till would die faster than it can sell. */
const MAX_STORAGE_CRASH = 0.02;

const CALM: FaultPlan = {
  storageCrash: 0,
  outsideKill: 0,
  linkLoss: 0,
  lostRequestsMax: 0,
  lostAnswer: 0,
  doubledRequest: 0,
  captivePortal: 0,
  serverKills: 0,
};
