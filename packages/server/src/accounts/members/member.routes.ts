import type { Feature } from "../../app-context.ts";
import { callerOf } from "../../http/caller.ts";
import { pathId } from "../../http/request-values.ts";
import { OWNERS, PUBLIC } from "../../http/roles.ts";
import { schemaOf } from "../../http/schema-of.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { changeRole, readMembers, removeMember } from "./change-members.ts";
import { inviteMember, readInvitations, withdrawInvitation } from "./invite-member.ts";

/** The shop's people: who they are, inviting, roles and leaving. */
export const memberRoutes: Feature = (app, context) => {
  app.get("/api/members/", { config: { roles: OWNERS }, schema: schemaOf("GET /api/members/") }, async (request) =>
    readMembers(context, callerOf(request).shopId),
  );
  app.post(
    "/api/members/",
    { config: { roles: OWNERS }, schema: schemaOf("POST /api/members/") },
    async (request, reply) => reply.code(201).send(await inviteMember(context, callerOf(request), request.body)),
  );
  app.patch(
    "/api/members/:id/",
    {
      config: { roles: OWNERS },
      schema: schemaOf("PATCH /api/members/:id/"),
    },
    async (request) =>
      changeRole(context, callerOf(request), { userId: pathId(request.params.id), role: request.body.role }),
  );
  app.delete(
    "/api/members/:id/",
    { config: { roles: OWNERS }, schema: schemaOf("DELETE /api/members/:id/") },
    async (request, reply) => {
      await removeMember(context, callerOf(request), pathId(request.params.id));
      return reply.code(204).send();
    },
  );
  app.get(
    "/api/invitations/",
    { config: { roles: OWNERS }, schema: schemaOf("GET /api/invitations/") },
    async (request) => readInvitations(context, callerOf(request)),
  );
  app.delete(
    "/api/invitations/:id/",
    { config: { roles: OWNERS }, schema: schemaOf("DELETE /api/invitations/:id/") },
    async (request, reply) => {
      await withdrawInvitation(context, callerOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
  app.post(
    "/api/invitations/accept/",
    { config: { roles: PUBLIC }, schema: schemaOf("POST /api/invitations/accept/") },
    async (request, reply) => reply.code(201).send(await acceptInvitation(context, request.body, request.ip)),
  );
};
