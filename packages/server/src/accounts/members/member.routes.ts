import {
  acceptInvitationRequest,
  invitation,
  inviteRequest,
  member,
  memberChangeRequest,
  registerAnswer,
} from "@duka/protocol/schemas";
import { Type } from "typebox";
import type { Feature } from "../../app-context.ts";
import { callerOf } from "../../http/caller.ts";
import { pathId } from "../../http/request-values.ts";
import { OWNERS, PUBLIC } from "../../http/roles.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { changeRole, readMembers, removeMember } from "./change-members.ts";
import { inviteMember, readInvitations, withdrawInvitation } from "./invite-member.ts";

const idParams = Type.Object({ id: Type.String() });

/** The shop's people: who they are, inviting, roles and leaving. */
export const memberRoutes: Feature = (app, context) => {
  app.get(
    "/api/members/",
    { config: { roles: OWNERS }, schema: { response: { 200: Type.Array(member) } } },
    async (request) => readMembers(context, callerOf(request).shopId),
  );
  app.post(
    "/api/members/",
    { config: { roles: OWNERS }, schema: { body: inviteRequest, response: { 201: invitation } } },
    async (request, reply) => reply.code(201).send(await inviteMember(context, callerOf(request), request.body)),
  );
  app.patch(
    "/api/members/:id/",
    {
      config: { roles: OWNERS },
      schema: { params: idParams, body: memberChangeRequest, response: { 200: member } },
    },
    async (request) =>
      changeRole(context, callerOf(request), { userId: pathId(request.params.id), role: request.body.role }),
  );
  app.delete(
    "/api/members/:id/",
    { config: { roles: OWNERS }, schema: { params: idParams } },
    async (request, reply) => {
      await removeMember(context, callerOf(request), pathId(request.params.id));
      return reply.code(204).send();
    },
  );
  app.get(
    "/api/invitations/",
    { config: { roles: OWNERS }, schema: { response: { 200: Type.Array(invitation) } } },
    async (request) => readInvitations(context, callerOf(request)),
  );
  app.delete(
    "/api/invitations/:id/",
    { config: { roles: OWNERS }, schema: { params: idParams } },
    async (request, reply) => {
      await withdrawInvitation(context, callerOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
  app.post(
    "/api/invitations/accept/",
    { config: { roles: PUBLIC }, schema: { body: acceptInvitationRequest, response: { 201: registerAnswer } } },
    async (request, reply) => reply.code(201).send(await acceptInvitation(context, request.body, request.ip)),
  );
};
