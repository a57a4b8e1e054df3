/** The JSON number nearest to a sum of scaled integers; up to 15 digits it prints exactly as the sum reads. */
export function sumNumber(sum: bigint, scale: number): number {
  const digits = String(sum < 0n ? -sum : sum).padStart(scale + 1, "0");
  const magnitude = Number(scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`);
  return sum < 0n ? -magnitude : magnitude;
}
