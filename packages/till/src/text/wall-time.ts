/** "14:05", with the date before it unless it was today. */
export function wallTimeText(atMs: number, nowMs = Date.now()): string {
  const at = new Date(atMs);
  const isToday = at.toDateString() === new Date(nowMs).toDateString();
  return new Intl.DateTimeFormat(undefined, {
    ...(!isToday && { dateStyle: "medium" }),
    timeStyle: "short",
  }).format(at);
}
