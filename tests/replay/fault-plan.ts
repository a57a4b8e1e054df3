/** How often what goes wrong. Probabilities are per event; 0 everywhere is a calm day. */
export type FaultPlan = {
  /** A till process ends with SIGKILL before or after a step of its storage. */
  readonly storageCrash: number;
  /** The link goes down, before a request. */
  readonly linkLoss: number;
  /** How many requests fail while it is down, at most. */
  readonly lostRequestsMax: number;
  /** The server does the work and its answer never arrives. */
  readonly lostAnswer: number;
  /** The request arrives twice; the second answer counts. */
  readonly doubledRequest: number;
  /** A captive portal answers 200 with a page of its own. */
  readonly captivePortal: number;
  /** The supervisor kills the process of a till at a moment of its own choosing, per sale. */
  readonly outsideKill: number;
  /** SIGKILLs of the server over the whole run. */
  readonly serverKills: number;
};

/** The rough day that every till gets unless the replay is calm. */
export function faultPlan(invoiceCount: number, isCalm: boolean): FaultPlan {
  if (isCalm) return CALM;
  return { ...ROUGH, serverKills: Math.max(1, Math.min(SERVER_KILLS_MAX, Math.round(invoiceCount / 150))) };
}

const SERVER_KILLS_MAX = 6;

const ROUGH: FaultPlan = {
  storageCrash: 0.004,
  linkLoss: 0.08,
  lostRequestsMax: 4,
  lostAnswer: 0.12,
  doubledRequest: 0.05,
  captivePortal: 0.03,
  outsideKill: 0.02,
  serverKills: 1,
};

const CALM: FaultPlan = {
  storageCrash: 0,
  linkLoss: 0,
  lostRequestsMax: 0,
  lostAnswer: 0,
  doubledRequest: 0,
  captivePortal: 0,
  outsideKill: 0,
  serverKills: 0,
};
