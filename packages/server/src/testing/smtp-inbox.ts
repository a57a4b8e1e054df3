import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export type ReceivedMail = { readonly to: string; readonly source: string; readonly messageId: string };

/** A real SMTP server on this machine that keeps what it is sent. */
export type SmtpInbox = {
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** Answers this to a receiver, until changed. */
  refuseReceiver: (address: string, responseCode: number) => void;
  readonly stop: () => Promise<void>;
  /** Listens again where it did, after `stop`. */
  readonly restart: () => Promise<void>;
};

export async function openSmtpInbox(): Promise<SmtpInbox> {
  const mails: ReceivedMail[] = [];
  const refusals = new Map<string, number>();
  let server = serverFor(mails, refusals);
  const listen = async (port: number) => {
    const listening = server.listen(port, "127.0.0.1");
    await once(listening, "listening");
    // A listening TCP socket has an address of this kind.
    return (listening.address() as AddressInfo).port;
  };
  const port = await listen(0);
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuseReceiver: (address, responseCode) => void refusals.set(address, responseCode),
    stop: async () => new Promise((resolve) => server.close(() => resolve())),
    restart: async () => {
      server = serverFor(mails, refusals);
      await listen(port);
    },
  };
}

function serverFor(mails: ReceivedMail[], refusals: ReadonlyMap<string, number>): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    closeTimeout: 100,
    onRcptTo({ address }, _session, answer) {
      const responseCode = refusals.get(address);
      answer(responseCode === undefined ? null : Object.assign(new Error("refused"), { responseCode }));
    },
    onData(stream, session, answer) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const source = Buffer.concat(chunks).toString("utf8");
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        mails.push({ to, source, messageId: /^Message-ID: (.+)$/im.exec(source)?.[1]?.trim() ?? "" });
        answer(null);
      });
    },
  });
}
