/** The stock list of one pharmacy kiosk, which every program of the corpus saves in its own way. */
export type StockItem = {
  readonly sku: string;
  readonly barcode: string;
  /** A line break is a line break inside the cell. */
  readonly name: string;
  readonly price: number;
  /** How the price is calculated, where the cell holds a formula. */
  readonly priceFormula?: string;
  readonly stock?: number;
  readonly reorderLevel?: number;
  readonly isVolatile: boolean;
};

/** An undefined item is an empty row. */
export const STOCK_LIST: readonly (StockItem | undefined)[] = [
  {
    sku: "PARA-500",
    barcode: "6001234567890",
    name: "Paracetamol 500 mg, 20 tablets; box",
    price: 3.5,
    stock: 1200,
    reorderLevel: 100,
    isVolatile: false,
  },
  {
    sku: "00123",
    barcode: "0012345678905",
    name: 'Crème "Spéciale" für Füße, 5" tube',
    price: 12,
    stock: 12.5,
    reorderLevel: 2,
    isVolatile: false,
  },
  {
    sku: "JUICE-1L",
    barcode: "5449000000996",
    name: "Juice\nOrange 1 l",
    price: 1234.5,
    stock: 12345,
    reorderLevel: 1500,
    isVolatile: false,
  },
  undefined,
  { sku: "BREAD", barcode: "", name: "Bread by weight", price: 0.75, isVolatile: true },
  {
    sku: "+PLUS",
    barcode: "",
    name: "=1+1 Energy Drink",
    price: 7,
    priceFormula: "of:=3.5*2",
    stock: 0,
    reorderLevel: 0,
    isVolatile: false,
  },
];

export const TITLES = [
  "Product Code",
  "EAN",
  "Item Name",
  "Unit Price",
  "Qty",
  "Alert Level",
  "Volatile",
  "Supplier",
] as const;
