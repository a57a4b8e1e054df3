import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { Progress } from "./progress.ts";

function recordedOutput(isTTY: boolean) {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written.push(String(chunk));
      done();
    },
  });
  return { written, output: Object.assign(stream, { isTTY }) };
}

const figures = { told: 1, invoices: 4, unsent: 2, tillCrashes: 3, serverKills: 0 };

test("a pipe gets whole plain lines, not many of them", () => {
  let nowMs = 1_000_000;
  const { written, output } = recordedOutput(false);
  const progress = new Progress(output, () => nowMs);
  progress.show(figures);
  progress.show({ ...figures, told: 2 });
  nowMs += 5_000;
  progress.show({ ...figures, told: 3 });
  expect(written).toEqual([
    "  1/4 sales saved (25 %), 2 unsent, 3 till crashes, 0 server kills\n",
    "  3/4 sales saved (75 %), 2 unsent, 3 till crashes, 0 server kills\n",
  ]);
});

test("a terminal gets one line that is redrawn, and cleared for an announcement", () => {
  const { written, output } = recordedOutput(true);
  const progress = new Progress(output, () => 1_000_000);
  progress.show(figures);
  progress.announce("done");
  expect(written.join("").endsWith("server kills\r\u001b[Kdone\n")).toBe(true);
});
