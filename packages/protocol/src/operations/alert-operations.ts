import {
  acknowledgeAnswer,
  acknowledgeRequest,
  alertListAnswer,
  alertListQuery,
  alertSettings,
  alertSettingsRequest,
} from "../schemas/alerts.ts";
import type { Operations } from "./operation.ts";

export const alertOperations = {
  "GET /api/alerts/low-stock/": {
    id: "listUnreadAlerts",
    tag: "Alerts",
    summary: "List open alerts that nobody has acknowledged",
    query: alertListQuery,
    answers: { 200: alertListAnswer },
  },
  "GET /api/alerts/history/": {
    id: "listAlerts",
    tag: "Alerts",
    summary: "List all alerts, newest first",
    query: alertListQuery,
    answers: { 200: alertListAnswer },
  },
  "POST /api/alerts/acknowledge/": {
    id: "acknowledgeAlerts",
    tag: "Alerts",
    summary: "Acknowledge one alert or several",
    body: acknowledgeRequest,
    answers: { 200: acknowledgeAnswer },
    errors: ["not_found"],
  },
  "POST /api/alerts/acknowledge-all/": {
    id: "acknowledgeAllAlerts",
    tag: "Alerts",
    summary: "Acknowledge every open alert",
    answers: { 200: acknowledgeAnswer },
  },
  "GET /api/alerts/settings/": {
    id: "readAlertSettings",
    tag: "Alerts",
    summary: "How I am told of low stock",
    answers: { 200: alertSettings },
  },
  "PUT /api/alerts/settings/": {
    id: "changeAlertSettings",
    tag: "Alerts",
    summary: "Change how I am told of low stock",
    description: "What is absent stays.",
    body: alertSettingsRequest,
    answers: { 200: alertSettings },
  },
} as const satisfies Operations;
