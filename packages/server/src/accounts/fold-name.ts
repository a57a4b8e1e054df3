/** What makes two usernames or two e-mail addresses the same. Compared binary, so that no database's idea of case matters. */
export function foldName(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase().normalize("NFKC");
}
