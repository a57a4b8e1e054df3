import type { Feature } from "../app-context.ts";
import { enrolRoutes } from "./enrol/enrol.routes.ts";
import { pullRoutes } from "./pull/pull.routes.ts";
import { pushRoutes } from "./push/push.routes.ts";

/** The sync protocol: devices are enrolled, push what happened and pull what the shop knows. */
export const syncRoutes: Feature = (app, context) => {
  enrolRoutes(app, context);
  pushRoutes(app, context);
  pullRoutes(app, context);
};
