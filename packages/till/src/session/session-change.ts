const CHANNEL = "duka-session";

/** Tells the other tabs that someone signed in or out. Losing this hint is harmless: they notice at their next start. */
export function announceSessionChange(): void {
  const channel = new BroadcastChannel(CHANNEL);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no target origin
  channel.postMessage("changed");
  channel.close();
}

export function onSessionChange(listener: () => void): void {
  new BroadcastChannel(CHANNEL).addEventListener("message", listener);
}
