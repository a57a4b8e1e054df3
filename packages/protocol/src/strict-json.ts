import { failure, type Result, success } from "@duka/domain";
import { isExactNumber } from "./exact-number.ts";

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Why a text was not taken, and where in it. */
export type JsonProblem = { readonly detail: string; readonly position: number };

/** Nesting beyond this is refused before it can overflow anyone's stack. */
export const JSON_DEPTH_MAX = 64;

/**
 * Reads JSON that means one thing to every reader, and refuses the rest: duplicate keys, nesting beyond 64, NUL, lone
 * surrogates, and numbers that a double does not hold exactly as written. So for every number `n` of the result,
 * `String(n)` is its exact decimal text. `__proto__` becomes an ordinary key that nothing looks up.
 */
export function parseStrictJson(text: string): Result<JsonValue, JsonProblem> {
  if (!text.isWellFormed())
    return failure({ detail: "The text holds half a character (a lone surrogate).", position: 0 });
  const reader = new JsonReader(text);
  try {
    return success(reader.readDocument());
  } catch (error) {
    if (error instanceof JsonRefusal) return failure({ detail: error.message, position: reader.position });
    throw error;
  }
}

class JsonRefusal extends Error {
  override readonly name = "JsonRefusal";
}

const NUMBER_PATTERN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** A run of characters that stand for themselves; `"`, `\` and control characters end it. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const PLAIN_TEXT_PATTERN = /[^"\\\u0000-\u001f]*/y;
const ESCAPE_PATTERN = /\\(?:(["\\/bfnrt])|u([0-9a-fA-F]{4}))/y;
const SPACE_PATTERN = /[ \t\n\r]*/y;
const ESCAPED: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};
const KEYWORDS = { true: true, false: false, null: null } as const;

/** Walks one text. Recursion is bounded by `JSON_DEPTH_MAX`. */
class JsonReader {
  readonly #text: string;
  position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readDocument(): JsonValue {
    const value = this.#readValue(0);
    this.#skipSpace();
    if (this.position < this.#text.length) throw new JsonRefusal("There is more after the end of the value.");
    return value;
  }

  #readValue(depth: number): JsonValue {
    this.#skipSpace();
    const first = this.#text[this.position];
    if (first === '"') return this.#readText();
    if (first === "{" || first === "[") {
      if (depth === JSON_DEPTH_MAX) throw new JsonRefusal(`Nesting is deeper than ${JSON_DEPTH_MAX}.`);
      return first === "{" ? this.#readObject(depth + 1) : this.#readArray(depth + 1);
    }
    for (const [keyword, value] of Object.entries(KEYWORDS)) if (this.#take(keyword)) return value;
    return this.#readNumber();
  }

  #readObject(depth: number): JsonValue {
    const object: Record<string, JsonValue> = {};
    this.position += 1;
    this.#skipSpace();
    if (this.#take("}")) return object;
    do {
      this.#skipSpace();
      if (this.#text[this.position] !== '"') throw new JsonRefusal("A key in double quotes is missing.");
      const key = this.#readText();
      if (Object.hasOwn(object, key))
        throw new JsonRefusal(`The key ${JSON.stringify(key.slice(0, 64))} is there twice.`);
      this.#skipSpace();
      if (!this.#take(":")) throw new JsonRefusal("A colon is missing after a key.");
      setMember(object, key, this.#readValue(depth));
      this.#skipSpace();
    } while (this.#take(","));
    if (!this.#take("}")) throw new JsonRefusal("An object does not end.");
    return object;
  }

  #readArray(depth: number): JsonValue {
    const array: JsonValue[] = [];
    this.position += 1;
    this.#skipSpace();
    if (this.#take("]")) return array;
    do {
      array.push(this.#readValue(depth));
      this.#skipSpace();
    } while (this.#take(","));
    if (!this.#take("]")) throw new JsonRefusal("A list does not end.");
    return array;
  }

  #readText(): string {
    this.position += 1;
    let text = this.#match(PLAIN_TEXT_PATTERN)?.[0] ?? "";
    if (this.#take('"')) return text;
    while (this.#text[this.position] === "\\") {
      text += this.#readEscape();
      text += this.#match(PLAIN_TEXT_PATTERN)?.[0] ?? "";
    }
    if (!this.#take('"')) throw new JsonRefusal("A text does not end, or holds a control character.");
    if (!text.isWellFormed()) throw new JsonRefusal("A text holds half a character (a lone surrogate).");
    return text;
  }

  #readEscape(): string {
    const match = this.#match(ESCAPE_PATTERN);
    if (match === null) throw new JsonRefusal("A text holds an unknown escape.");
    const [, letter, hex] = match;
    if (hex === "0000") throw new JsonRefusal("A text holds NUL.");
    return letter === undefined ? String.fromCharCode(Number.parseInt(hex ?? "", 16)) : (ESCAPED[letter] ?? "");
  }

  #readNumber(): number {
    const text = this.#match(NUMBER_PATTERN)?.[0];
    if (text === undefined) throw new JsonRefusal("A value is missing or not JSON.");
    if (!isExactNumber(text))
      throw new JsonRefusal(`The number ${text.slice(0, 40)} has more digits than can be held.`);
    return Number(text);
  }

  #skipSpace(): void {
    this.#match(SPACE_PATTERN);
  }

  #take(token: string): boolean {
    if (!this.#text.startsWith(token, this.position)) return false;
    this.position += token.length;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.#text);
    if (match !== null) this.position += match[0].length;
    return match;
  }
}

/** Assigning `__proto__` would set the prototype instead of a member. */
function setMember(object: Record<string, JsonValue>, key: string, value: JsonValue): void {
  if (key === "__proto__") {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    object[key] = value;
  }
}
