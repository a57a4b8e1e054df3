import { type Static, Type } from "typebox";
import { decimalNumber, idNumber, instantText, nullable } from "./scalars.ts";

/** Alerts that one call acknowledges. */
const ALERT_IDS_MAX = 1_000;

const severity = Type.Union([Type.Literal("critical"), Type.Literal("warning"), Type.Literal("info")], {
  description: "critical at 10 % of the reorder level or less, warning at 50 % or less, else info",
});

/** One fall of one product's stock below its reorder level. */
export const alert = Type.Object(
  {
    id: idNumber,
    product: Type.Object({
      id: idNumber,
      name: Type.String({ examples: ["Soap"] }),
      sku: nullable(Type.String({ examples: ["SOAP-1"] })),
      stock: nullable(decimalNumber),
      reorder_level: nullable(decimalNumber),
    }),
    severity,
    message: Type.String({ description: "in the shop's language", examples: ["Soap: 2 left, reorder level 10"] }),
    triggered_at: instantText,
    acknowledged: Type.Boolean({ examples: [false] }),
    days_low_stock: Type.Integer({
      description: "whole days from when it opened until now, or until it closed",
      examples: [3],
    }),
  },
  { title: "Alert" },
);
export type AlertAnswer = Static<typeof alert>;

/** `GET /api/alerts/low-stock/` and `/history/`; the counts are of all open unread alerts, whatever the page shows. */
export const alertListAnswer = Type.Object(
  {
    alerts: Type.Array(alert),
    unread_count: Type.Integer({ examples: [1] }),
    critical_count: Type.Integer({ description: "those of the unread that are critical", examples: [1] }),
  },
  { title: "AlertList" },
);
export type AlertListAnswer = Static<typeof alertListAnswer>;

export const alertListQuery = Type.Object({
  limit: Type.Optional(Type.String({ description: "50, at most 200", examples: ["50"] })),
  cursor: Type.Optional(Type.String({ description: "from the Link header", examples: ["1042"] })),
});

/** `POST /api/alerts/acknowledge/` */
export const acknowledgeRequest = Type.Object(
  {
    alert_ids: Type.Union([idNumber, Type.Array(idNumber, { minItems: 1, maxItems: ALERT_IDS_MAX })], {
      examples: [3, [3, 4]],
    }),
  },
  { title: "AcknowledgeRequest", examples: [{ alert_ids: [3, 4] }] },
);
export type AcknowledgeRequest = Static<typeof acknowledgeRequest>;

export const acknowledgeAnswer = Type.Object({ message: Type.String({ examples: ["2 alerts acknowledged."] }) });
export type AcknowledgeAnswer = Static<typeof acknowledgeAnswer>;

/** How the caller wants to be told of low stock in this shop. Mail goes to owners and managers only. */
export const alertSettings = Type.Object(
  {
    notify_email: Type.Boolean({ description: "by mail, when the server has a mail server" }),
    notify_inapp: Type.Boolean({ description: "in the app, for clients to follow" }),
  },
  { title: "AlertSettings", examples: [{ notify_email: true, notify_inapp: true }] },
);
export type AlertSettings = Static<typeof alertSettings>;

/** `PUT /api/alerts/settings/`: what is absent stays. */
export const alertSettingsRequest = Type.Object(
  {
    notify_email: Type.Optional(Type.Boolean()),
    notify_inapp: Type.Optional(Type.Boolean()),
  },
  { title: "AlertSettingsRequest", examples: [{ notify_email: false }] },
);
export type AlertSettingsRequest = Static<typeof alertSettingsRequest>;
