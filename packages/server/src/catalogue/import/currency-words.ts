import { currencyCodes } from "@duka/domain";

// Codes that ISO 4217 dropped and spreadsheets keep, then what people write for their currency, without dots.
const REPLACED_CODES = "ghc mzm zmk mro sll std zwl hrk vef byr rol trl tmm azm sdd cuc ltl lvl eek skk sit";
const LOCAL_WORDS =
  "ksh kshs tsh tshs ush ushs sh shs shilling shillings rs re mrs r rm rp cfa fcfa f fr frs sfr fbu frw kr kč zł ft lei " +
  "leu din den dh dhs br birr cedi cedis naira rand euro euros dollar dollars pound pounds yen yuan руб р грн лв сом " +
  "rf zk kw mt mtn nkr dkr skr ብር دك دإ رس رإ جم ریال فرانک 元 円";

const CURRENCY_WORDS: ReadonlySet<string> = new Set([
  ...currencyCodes().map((code) => code.toLowerCase()),
  ...REPLACED_CODES.split(" "),
  ...LOCAL_WORDS.split(" "),
]);

const CURRENCY_SIGN = /\p{Sc}/gu;
// Letters that are a currency only with its sign: "US$", "GH₵", "UK£". Alone they count or measure: "5k", "3 a".
const LETTERS_BESIDE_SIGN = /^\p{L}{0,3}$/u;

/** Whether a word is a currency's sign, code or local name, in any case: `₵`, `GHS`, `GH₵`, `KSh.`, `US$`. */
export function isCurrencyWord(word: string): boolean {
  const text = word.toLowerCase().replaceAll(".", "");
  const letters = text.replaceAll(CURRENCY_SIGN, "");
  return CURRENCY_WORDS.has(letters) || (letters !== text && LETTERS_BESIDE_SIGN.test(letters));
}
