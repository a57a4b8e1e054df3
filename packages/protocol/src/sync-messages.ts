import type { Static } from "typebox";
import type * as schemas from "./schemas/sync.ts";

// Types only: the till bundles this package, and TypeBox must not come along.
export type SequenceRange = Static<typeof schemas.sequenceRange>;
export type ClockReading = Static<typeof schemas.clockReading>;
export type PushItem = Static<typeof schemas.pushItem>;
export type PushRequest = Static<typeof schemas.pushRequest>;
export type PushResult = Static<typeof schemas.pushResult>;
export type PushResponse = Static<typeof schemas.pushResponse>;
export type PullQuery = Static<typeof schemas.pullQuery>;
export type PulledProduct = Static<typeof schemas.pulledProduct>;
export type Tombstone = Static<typeof schemas.tombstone>;
export type PulledAlert = Static<typeof schemas.pulledAlert>;
export type PullAck = Static<typeof schemas.pullAck>;
export type PullResponse = Static<typeof schemas.pullResponse>;
export type EnrolRequest = Static<typeof schemas.enrolRequest>;
export type EnrolResponse = Static<typeof schemas.enrolResponse>;
