import { apiDocument, healthAnswer, notReadyAnswer, readyAnswer } from "../schemas/server.ts";
import type { Operations } from "./operation.ts";

export const serverOperations = {
  "GET /health/": {
    id: "readHealth",
    tag: "Server",
    summary: "Is the process up",
    description: "About this process alone: the database may be away.",
    answers: { 200: healthAnswer },
  },
  "GET /ready/": {
    id: "readReadiness",
    tag: "Server",
    summary: "Should requests be sent here",
    description: "503 while the database is away, behind its migrations, or the server is stopping.",
    answers: { 200: readyAnswer, 503: notReadyAnswer },
  },
  "GET /api/openapi.json": {
    id: "readApiDocument",
    tag: "Server",
    summary: "This document",
    answers: { 200: apiDocument },
  },
} as const satisfies Operations;
