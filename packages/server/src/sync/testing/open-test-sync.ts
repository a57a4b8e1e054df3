import { assert } from "@duka/domain";
import type { EnrolResponse, Problem, PullResponse, PushRequest, PushResponse } from "@duka/protocol";
import type { DukaApp } from "../../http/typings.ts";
import { callAs } from "../../testing/call-as.ts";
import { openTestApp, type TestApp } from "../../testing/open-test-app.ts";
import { registerShop, type TestShop } from "../../testing/register-shop.ts";
import { pushOf } from "./test-messages.ts";

/** The built app with an owner's shop and one enrolled till. An error that the server logged fails `close`. */
export type TestSync = TestApp & { readonly shop: TestShop; readonly till: TestTill };

export type TestTill = {
  readonly deviceId: string;
  readonly token: string;
  /** A push that must be taken. */
  readonly push: (changes?: Partial<PushRequest>) => Promise<PushResponse>;
  /** A pull that must be answered. */
  readonly pull: (query?: string) => Promise<PullResponse>;
};

export async function openTestSync(): Promise<TestSync> {
  const opened = await openTestApp();
  const shop = await registerShop(opened.app);
  return {
    ...opened,
    shop,
    till: await enrolTill(opened.app, shop),
    async close() {
      await opened.close();
      assert(opened.errorLines.length === 0, `The server logged errors: ${opened.errorLines.join("")}`);
    },
  };
}

export async function enrolTill(
  app: DukaApp,
  { token: owner }: Pick<TestShop, "token">,
  deviceId: string = crypto.randomUUID(),
): Promise<TestTill> {
  const enrolment = { device_id: deviceId, device_name: "till-1" };
  const enrolled = await callAs(app, owner, "POST", "/api/sync/enrol/", enrolment);
  const token = enrolled.json<EnrolResponse>().device_token ?? "";
  return {
    deviceId,
    token,
    async push(changes) {
      const answer = await callAs(app, token, "POST", "/api/sync/push/", pushOf(deviceId, changes));
      if (answer.statusCode !== 200) throw new Error(`The push was refused: ${answer.body}`);
      return answer.json<PushResponse>();
    },
    async pull(query = "") {
      const answer = await callAs(app, token, "GET", `/api/sync/pull/${query}`);
      if (answer.statusCode !== 200) throw new Error(`The pull was refused: ${answer.body}`);
      return answer.json<PullResponse>();
    },
  };
}

/** What the app says to a request that it refuses. */
export async function refusalOf(...call: Parameters<typeof callAs>): Promise<Pick<Problem, "status" | "code">> {
  const answer = await callAs(...call);
  return { status: answer.statusCode, code: answer.json<Problem>().code };
}
