import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import compress from "@fastify/compress";
import serveStatic from "@fastify/static";
import type { FastifyReply } from "fastify";
import type { AppContext, Feature } from "../app-context.ts";
import { routeNotFound } from "../http/respond-with-problems.ts";
import { PUBLIC } from "../http/roles.ts";

const OWN_TILL_DIR = fileURLToPath(new URL("../../../till/dist", import.meta.url));
const HASHED_ASSET_PATTERN = /[\\/]assets[\\/][^\\/]+$/;
const IMMUTABLE = "public, max-age=31536000, immutable";
/** Smaller files do not get smaller. */
const COMPRESSED_BYTES_MIN = 1_024;
/** An app update must reach the till at its next start: pages and the service worker are asked for every time. */
const ALWAYS_ASKED_FOR = "no-cache";

/** The till's files. Any other address without a file extension is a page of the till, whose own router takes over. */
export const tillPages: Feature = (app, context) => {
  const root = tillDirOf(context);
  void app.register(async (pages) => {
    // Only here: an event stream of the API must not wait in a compressor.
    await pages.register(compress, { global: false });
    await pages.register(serveStatic, {
      root,
      serve: false,
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.header("cache-control", HASHED_ASSET_PATTERN.test(path) ? IMMUTABLE : ALWAYS_ASKED_FOR);
      },
    });
    const options = { config: { roles: PUBLIC }, compress: { threshold: COMPRESSED_BYTES_MIN } } as const;
    pages.get("/*", options, async (request, reply) => {
      const path = request.url.split("?", 1)[0] ?? "/";
      if (path.startsWith("/api/") || path === "/api") throw routeNotFound();
      return await sendPage(reply, root, path);
    });
  });
};

export function tillDirOf({ config }: Pick<AppContext, "config">): string {
  return resolve(config.tillDir ?? OWN_TILL_DIR);
}

async function sendPage(reply: FastifyReply, root: string, path: string): Promise<FastifyReply> {
  if (!existsSync(join(root, "index.html"))) {
    return reply.code(404).type("text/plain").send('The till is not built. Run "npm run build".\n');
  }
  return reply.sendFile(isFile(path) ? path : "/index.html");
}

function isFile(path: string): boolean {
  return /\.\w+$/.test(path);
}
