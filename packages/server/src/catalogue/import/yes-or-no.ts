// People's words, marks and digits, then what spreadsheets write for TRUE and FALSE in other languages.
const YES =
  "yes y true t 1 on x ✓ ✔ ☑ volatile untracked oui ja sí si sim ndiyo " +
  "wahr vrai verdadero vero waar sant verdadeiro prawda pravda igaz doğru истина sand tosi sann";
const NO =
  "no n false f 0 off ✗ ☐ tracked non nein nee não hapana " +
  "falsch faux falso onwaar falskt fałsz nepravda hamis yanliş ложь falsk epätosi usann";

const ANSWERS: ReadonlyMap<string, boolean> = new Map([
  ...YES.split(" ").map((word) => [word, true] as const),
  ...NO.split(" ").map((word) => [word, false] as const),
]);

/** Whether a cell says yes or no, in the words of people and of spreadsheets in several languages; undefined if neither. */
export function readYesOrNo(cell: string): boolean | undefined {
  return ANSWERS.get(cell.trim().normalize("NFC").toLowerCase());
}
