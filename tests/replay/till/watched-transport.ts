import type { Transport } from "@duka/client";

/**
 * A transport that notices when the server asks for sales again that the till holds as acknowledged. The protocol
 * heals a false acknowledgement that way; in the replay no database goes back in time, so it must never have to.
 */
export function watchedTransport(transport: Transport, onLoss: (missing: string) => void): Transport {
  return {
    async send(request) {
      const answer = await transport.send(request);
      const missing = missingIn(answer.text);
      if (missing !== undefined) onLoss(missing);
      return answer;
    },
  };
}

/** The ranges as the server wrote them; undefined when there are none, or the text is no answer to a push. */
function missingIn(text: string): string | undefined {
  return /"missing":(\[\[[\d,[\]]*\]\])/.exec(text)?.[1];
}
