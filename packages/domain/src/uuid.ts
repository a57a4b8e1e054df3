const UUID_PATTERN = /^\{?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})\}?$/;

/**
 * The canonical lower-case form of a UUID, or undefined. Takes capitals, braces and 32 bare digits, as earlier clients send them.
 */
export function parseUuid(text: string): string | undefined {
  const lower = text.toLowerCase();
  const match = UUID_PATTERN.exec(lower);
  if (match === null || lower.startsWith("{") !== lower.endsWith("}")) return undefined;
  const bareOrCanonical = lower.replaceAll(/[{}]/g, "").length;
  return bareOrCanonical === 32 || bareOrCanonical === 36 ? match.slice(1).join("-") : undefined;
}
