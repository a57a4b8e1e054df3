import { STOCK_LIST, type StockItem, TITLES } from "../../packages/server/src/catalogue/import/corpus/stock-list.ts";

export type SheetLocale = {
  readonly language: string;
  readonly country: string;
  readonly currency: string;
  readonly isSignFirst?: boolean;
};

/** The stock list as a LibreOffice file (.fods) whose numbers are formatted as in one country. */
export function flatSpreadsheet(locale: SheetLocale): string {
  const titles = TITLES.map((title) => textCell(title)).join("");
  const rows = STOCK_LIST.map((item) => `<table:table-row>${item === undefined ? "" : cells(item)}</table:table-row>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
 xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>${styles(locale)}</office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="Stock">
<table:table-row>${titles}</table:table-row>
${rows.join("\n")}
</table:table></office:spreadsheet></office:body></office:document>`;
}

function styles({ language, country, currency, isSignFirst }: SheetLocale): string {
  const place = `number:language="${language}" number:country="${country}"`;
  const sign = `<number:currency-symbol ${place}>${currency}</number:currency-symbol>`;
  const space = "<number:text> </number:text>";
  return [
    `<number:currency-style style:name="Nprice" ${place}>${isSignFirst ? sign + space : ""}${digits(2)}`,
    `${isSignFirst ? "" : space + sign}</number:currency-style>`,
    `<number:number-style style:name="Nwhole" ${place}>${digits(0)}</number:number-style>`,
    `<number:number-style style:name="Nparts" ${place}>${digits(1)}</number:number-style>`,
    `<number:boolean-style style:name="Nyes" ${place}><number:boolean/></number:boolean-style>`,
    ...["price", "whole", "parts", "yes"].map(cellStyle),
  ].join("");
}

function digits(decimals: number): string {
  const places = `number:decimal-places="${decimals}" number:min-decimal-places="${decimals}"`;
  return `<number:number ${places} number:min-integer-digits="1" number:grouping="true"/>`;
}

function cellStyle(name: string): string {
  return `<style:style style:name="${name}" style:family="table-cell" style:data-style-name="N${name}"/>`;
}

function cells(item: StockItem): string {
  return [
    textCell(item.sku),
    textCell(item.barcode),
    textCell(item.name),
    priceCell(item),
    quantityCell(item.stock),
    quantityCell(item.reorderLevel),
    `<table:table-cell table:style-name="yes" office:value-type="boolean" office:boolean-value="${item.isVolatile}"/>`,
    textCell("Ernest Chemists"),
  ].join("");
}

function priceCell({ price, priceFormula }: StockItem): string {
  const formula = priceFormula === undefined ? "" : ` table:formula="${priceFormula}"`;
  return `<table:table-cell table:style-name="price"${formula} office:value-type="float" office:value="${price}"/>`;
}

function quantityCell(quantity: number | undefined): string {
  if (quantity === undefined) return "<table:table-cell/>";
  const style = Number.isInteger(quantity) ? "whole" : "parts";
  return `<table:table-cell table:style-name="${style}" office:value-type="float" office:value="${quantity}"/>`;
}

function textCell(text: string): string {
  if (text === "") return "<table:table-cell/>";
  const lines = text.split("\n").map((line) => `<text:p>${escapeXml(line)}</text:p>`);
  return `<table:table-cell office:value-type="string">${lines.join("")}</table:table-cell>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
