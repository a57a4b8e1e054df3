import { Type } from "typebox";
import { registerAnswer } from "../schemas/accounts.ts";
import { acceptInvitationRequest, invitation, inviteRequest, member, memberChangeRequest } from "../schemas/members.ts";
import { idParams, uuidParams } from "../schemas/scalars.ts";
import { nothing } from "../schemas/server.ts";
import type { Operations } from "./operation.ts";

export const memberOperations = {
  "GET /api/members/": {
    id: "listMembers",
    tag: "Members",
    summary: "List the shop's people",
    answers: { 200: Type.Array(member) },
  },
  "POST /api/members/": {
    id: "inviteMember",
    tag: "Members",
    summary: "Invite a person",
    description:
      "The code goes out by mail when there is an address and a mail server; else it is in the answer, once.",
    body: inviteRequest,
    answers: { 201: invitation },
    errors: ["conflict"],
  },
  "PATCH /api/members/:id/": {
    id: "changeMember",
    tag: "Members",
    summary: "Change a member's role",
    params: idParams,
    body: memberChangeRequest,
    answers: { 200: member },
    errors: ["not_found", "conflict"],
  },
  "DELETE /api/members/:id/": {
    id: "removeMember",
    tag: "Members",
    summary: "Remove a member",
    description: "Their tokens end. The last owner stays.",
    params: idParams,
    answers: { 204: nothing },
    errors: ["not_found", "conflict"],
  },
  "GET /api/invitations/": {
    id: "listInvitations",
    tag: "Members",
    summary: "List open invitations",
    answers: { 200: Type.Array(invitation) },
  },
  "DELETE /api/invitations/:id/": {
    id: "withdrawInvitation",
    tag: "Members",
    summary: "Withdraw an invitation",
    params: uuidParams,
    answers: { 204: nothing },
    errors: ["not_found"],
  },
  "POST /api/invitations/accept/": {
    id: "acceptInvitation",
    tag: "Members",
    summary: "Join a shop",
    description:
      "With the password of an account there is, or with one for a new account. The code is the invitation's.",
    body: acceptInvitationRequest,
    answers: { 201: registerAnswer },
    errors: ["not_found", "invalid_credentials", "weak_password", "email_taken", "conflict"],
  },
} as const satisfies Operations;
