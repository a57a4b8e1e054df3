import {
  loginAnswer,
  loginRequest,
  messageAnswer,
  registerAnswer,
  registerRequest,
  sessionAnswer,
  userAnswer,
} from "../schemas/accounts.ts";
import { nothing } from "../schemas/server.ts";
import type { Operations } from "./operation.ts";

export const accountOperations = {
  "POST /api/register/": {
    id: "register",
    tag: "Accounts",
    summary: "Register a person and their shop",
    description: "The token is the new owner's. Throttled by address.",
    body: registerRequest,
    answers: { 201: registerAnswer },
    errors: ["weak_password", "username_taken", "email_taken"],
  },
  "POST /api/login/": {
    id: "login",
    tag: "Accounts",
    summary: "Get a token",
    description: "For programs and apps. Who belongs to several shops says which. Throttled by account and address.",
    body: loginRequest,
    answers: { 200: loginAnswer },
    errors: ["invalid_credentials"],
  },
  "POST /api/logout/": {
    id: "logout",
    tag: "Accounts",
    summary: "Revoke this token",
    answers: { 200: messageAnswer },
  },
  "GET /api/user/": {
    id: "readUser",
    tag: "Accounts",
    summary: "Who am I, in which shop and role",
    answers: { 200: userAnswer },
  },
  "POST /api/session/": {
    id: "openSession",
    tag: "Accounts",
    summary: "Sign in with a cookie",
    description: "For the till: sets the httpOnly, SameSite cookie `duka_session`.",
    body: loginRequest,
    answers: { 200: sessionAnswer },
    errors: ["invalid_credentials", "cross_site_request"],
  },
  "GET /api/session/": {
    id: "readSession",
    tag: "Accounts",
    summary: "Who is signed in",
    answers: { 200: sessionAnswer },
  },
  "DELETE /api/session/": {
    id: "closeSession",
    tag: "Accounts",
    summary: "Sign out",
    answers: { 204: nothing },
  },
} as const satisfies Operations;
