const YES =
  "yes y true t 1 on x ✓ ✔ ☑ volatile untracked oui ja sí si sim ndiyo wahr vrai verdadero vero waar sant verdadeiro";
const NO = "no n false f 0 off ✗ ☐ tracked non nein nee não hapana falsch faux falso onwaar falskt";

const ANSWERS: ReadonlyMap<string, boolean> = new Map([
  ...YES.split(" ").map((word) => [word, true] as const),
  ...NO.split(" ").map((word) => [word, false] as const),
]);

/** Whether a cell says yes or no, in the words of people and of spreadsheets in several languages; undefined if neither. */
export function readYesOrNo(cell: string): boolean | undefined {
  return ANSWERS.get(cell.trim().normalize("NFC").toLowerCase());
}
