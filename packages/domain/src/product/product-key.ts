/**
 * What makes two SKUs or two barcodes the same: case and surrounding space do not.
 * Folded here and compared binary, because each database has its own idea of case.
 */
export function productKey(text: string): string {
  return text.normalize("NFC").trim().toLowerCase().normalize("NFC");
}
