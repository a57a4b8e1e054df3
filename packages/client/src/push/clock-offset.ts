import type { ClockReading } from "@duka/protocol";

const SAMPLES_MAX = 8;

/** One meeting with the server's clock. The offset is the server's time minus this device's, at `wallMs`. */
export interface ClockSample {
  readonly offsetMs: number;
  /** Half the round trip: the offset is right within this. */
  readonly errorMs: number;
  readonly wallMs: number;
  readonly monotonicMs: number;
}

export interface Instant {
  readonly wallMs: number;
  readonly monotonicMs: number;
}

/** A sample from an exchange: the server read its clock somewhere between sending and receiving. */
export function clockSample(sent: Instant, received: Instant, serverTimeMs: number): ClockSample {
  const roundTripMs = Math.max(0, received.monotonicMs - sent.monotonicMs);
  const halfMs = Math.ceil(roundTripMs / 2);
  return { offsetMs: Math.round(serverTimeMs + halfMs - received.wallMs), errorMs: halfMs, ...received };
}

/** The last samples with one more. */
export function withSample(samples: readonly ClockSample[], sample: ClockSample): readonly ClockSample[] {
  return [...samples, sample].slice(-SAMPLES_MAX);
}

/**
 * The device's time with the best known offset. A wall clock that has moved against the monotonic one since
 * a sample (someone set it, or the device slept) makes that sample less sure by as much.
 */
export function readClock(samples: readonly ClockSample[], now: Instant): ClockReading {
  const judged = samples.map((sample) => ({ offsetMs: sample.offsetMs, errorMs: errorNow(sample, now) }));
  const best = judged.reduce<(typeof judged)[number] | undefined>(
    (least, one) => (least === undefined || one.errorMs < least.errorMs ? one : least),
    undefined,
  );
  return { device_time_ms: now.wallMs, offset_ms: best?.offsetMs ?? null, error_ms: best?.errorMs ?? null };
}

function errorNow(sample: ClockSample, now: Instant): number {
  const drifted = Math.abs(now.wallMs - sample.wallMs - (now.monotonicMs - sample.monotonicMs));
  // Two clocks that read in turn are never exactly alike; below this it is no drift.
  return sample.errorMs + (drifted > 50 ? Math.round(drifted) : 0);
}
