/** What a curl command sends. A shell variable in it is written `{{NAME}}`. */
export interface CurlRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: string;
  /** Form fields; a value that starts with `@` names a file. */
  readonly form: readonly (readonly [name: string, value: string])[];
}

const WITH_VALUE = new Set(["-X", "-H", "-d", "-F", "-b", "-c"]);

/** Reads a curl command of the few options that our pages use. */
export function parseCurl(command: string): CurlRequest {
  const [program, ...words] = splitWords(command);
  if (program !== "curl") throw new Error(`"${program}" is not curl.`);
  const options: (readonly [option: string, value: string])[] = [];
  const urls: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (!word.startsWith("-")) urls.push(word);
    else if (WITH_VALUE.has(word)) options.push([word, words[(index += 1)] ?? ""]);
    else throw new Error(`curl's option ${word} is not one that this page may use: ${[...WITH_VALUE].join(" ")}.`);
  }
  const [url] = urls;
  if (url === undefined || urls.length > 1) throw new Error(`curl with ${urls.length} addresses: ${command}`);
  const valuesOf = (option: string) => options.flatMap(([name, value]) => (name === option ? [value] : []));
  const [body] = valuesOf("-d");
  const form = valuesOf("-F").map((field) => splitOnce(field, "="));
  const method = valuesOf("-X")[0] ?? (body === undefined && form.length === 0 ? "GET" : "POST");
  const headers = valuesOf("-H").map((header) => splitOnce(header, ":"));
  return { method, url, headers, form, ...(body !== undefined && { body }) };
}

function splitOnce(text: string, by: string): readonly [string, string] {
  const at = text.indexOf(by);
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

/** As a shell does: single quotes keep everything, double quotes all but variables, a backslash joins lines. */
function splitWords(command: string): string[] {
  const pieces = command.replaceAll("\\\n", " ").matchAll(/\s+|'([^']*)'|"([^"]*)"|([^\s'"]+)/g);
  const words = [""];
  for (const [whole, single, double, bare] of pieces) {
    if (single !== undefined) words.push(`${words.pop()}${single}`);
    else if (double !== undefined || bare !== undefined)
      words.push(words.pop() + withVariables(double ?? bare ?? whole));
    else if (words.at(-1) !== "") words.push("");
  }
  return words.filter((word) => word !== "");
}

function withVariables(text: string): string {
  return text.replaceAll(/\$([A-Z_]+)/g, "{{$1}}");
}
