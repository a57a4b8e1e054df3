import { Suspense, useEffect, useState } from "react";
import type { Enrolment } from "../session/enrolment.ts";
import type { SignInTools } from "../session/sign-in.ts";
import { AppBroke } from "./app-broke.tsx";
import { AppUpdate } from "./app-update.tsx";
import { LazyWelcomeScreen } from "./lazy-screens.ts";
import { openTill } from "./open-till.ts";
import { Loading } from "./loading.tsx";
import { startApp } from "./start-app.ts";
import { StartFailed } from "./start-failed.tsx";
import { type Till, TillContext } from "./till.ts";
import { TillScreens } from "./till-screens.tsx";

/**
 * | stage | enters when | leaves when |
 * |---|---|---|
 * | starting | the page loads | the device's storage has answered |
 * | welcome | nobody was ever signed in here, or signed out | a sign-in enrols this till |
 * | open | an enrolled till's storage opened | the page ends |
 * | failed | storage did not open: selling is blocked | a new try |
 */
type Stage =
  | { readonly kind: "starting" }
  | { readonly kind: "welcome"; readonly tools: SignInTools }
  | { readonly kind: "open"; readonly till: Till }
  | { readonly kind: "failed"; readonly reason: string };

export function App() {
  const [stage, setStage] = useState<Stage>({ kind: "starting" });

  useEffect(() => {
    start().then(setStage, (error: unknown) => setStage(failedStage(error)));
  }, []);

  async function signedIn(enrolment: Enrolment, tools: SignInTools): Promise<void> {
    setStage({ kind: "starting" });
    setStage(await openTill(enrolment, tools).then((till): Stage => ({ kind: "open", till }), failedStage));
  }

  return (
    <AppBroke>
      {stage.kind === "starting" && <Loading />}
      {stage.kind === "failed" && <StartFailed reason={stage.reason} />}
      {stage.kind === "welcome" && (
        <Suspense fallback={<Loading />}>
          <LazyWelcomeScreen tools={stage.tools} onSignedIn={(enrolment) => void signedIn(enrolment, stage.tools)} />
        </Suspense>
      )}
      {stage.kind === "open" && (
        <TillContext value={stage.till}>
          <TillScreens />
        </TillContext>
      )}
      <AppUpdate />
    </AppBroke>
  );
}

async function start(): Promise<Stage> {
  const { enrolment, tools } = await startApp();
  if (enrolment === undefined) return { kind: "welcome", tools };
  return { kind: "open", till: await openTill(enrolment, tools) };
}

function failedStage(error: unknown): Stage {
  return { kind: "failed", reason: error instanceof Error ? error.message : String(error) };
}
