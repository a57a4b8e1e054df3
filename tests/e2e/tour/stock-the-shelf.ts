import type { Shop } from "../harness/shop.ts";

/** What a small shop sells, with long names, little stock and none, by the piece and by weight. */
const SHELF = [
  { name: "Bar soap", sku: "SOAP", unit_price: "85.00", stock: "3", reorder_level: "5" },
  { name: "Brown bread", sku: "BREAD", unit_price: "130.00", is_volatile: true, unit: "kg" },
  { name: "Paracetamol 500 mg, box of 20", sku: "PARA-20", unit_price: "120.00", stock: "34" },
  { name: "Amoxicillin 250 mg capsules, strip of ten, for children over five", unit_price: "240.00", stock: "9" },
  { name: "Cooking oil 1 L", unit_price: "310.00", stock: "12" },
  { name: "Maize flour 2 kg", unit_price: "210.00", stock: "0", reorder_level: "4" },
  { name: "Milk 500 ml", barcode: "61612222", unit_price: "65.00", stock: "48" },
  { name: "Phone charging", unit_price: "0.00", is_volatile: true },
  { name: "Eggs, tray of 30", unit_price: "450.00", stock: "7.5" },
  { name: "Sugar 1 kg", unit_price: "180.00", stock: "22" },
];

export async function stockTheShelf({ api }: Shop): Promise<void> {
  for (const product of SHELF) await api.post("/api/products/", product);
}
