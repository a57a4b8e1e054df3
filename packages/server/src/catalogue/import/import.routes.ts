import multipart from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import type { Feature } from "../../app-context.ts";
import { newUuid } from "../../environment.ts";
import { AppError, invalidField } from "../../http/app-error.ts";
import { callerOf } from "../../http/caller.ts";
import { MANAGERS } from "../../http/roles.ts";
import type { DukaApp } from "../../http/typings.ts";
import { schemaOf } from "../../http/schema-of.ts";
import { IMPORT_FILE_BYTES_MAX, IMPORTS_AT_ONCE_MAX } from "./import-limits.ts";
import { importProducts } from "./import-products.ts";

const FILE_FIELD = "file";
const RETRY_AFTER_SECONDS = 5;

// One file and a few small fields, whatever else a form may carry.
const MULTIPART_LIMITS = {
  fileSize: IMPORT_FILE_BYTES_MAX,
  files: 1,
  fields: 10,
  fieldSize: 1_024,
  parts: 11,
  headerPairs: 20,
};

/** Products from a spreadsheet. */
export const importRoutes: Feature = (app, context) => {
  const { db, clock, random } = context;
  const services = { db, nowMs: () => clock.nowMs(), newUid: () => newUuid(clock, random) };
  let importsRunning = 0;

  // A scope of its own: nowhere else are multipart bodies taken.
  void app.register(async (scope) => {
    await scope.register(multipart, { limits: MULTIPART_LIMITS });
    const typed: DukaApp = scope.withTypeProvider();
    typed.post(
      "/api/products/import_csv/",
      {
        config: { roles: MANAGERS },
        schema: schemaOf("POST /api/products/import_csv/"),
      },
      async (request) => {
        const isDryRun = isDryRunAsked(request.query.dry_run);
        const { shopId, userId } = callerOf(request);
        const bytes = await readFileField(request);
        // Counted only now: a slow upload keeps nobody else out.
        if (importsRunning >= IMPORTS_AT_ONCE_MAX) throw tooManyImports();
        importsRunning += 1;
        try {
          return await importProducts(services, { shopId, userId, bytes, isDryRun });
        } finally {
          importsRunning -= 1;
        }
      },
    );
  });
};

async function readFileField(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) {
    throw new AppError(
      "unsupported_media_type",
      `Send the CSV file as multipart/form-data, in the field ${FILE_FIELD}.`,
    );
  }
  try {
    const part = await request.file();
    if (part?.fieldname === FILE_FIELD) return await part.toBuffer();
  } catch (error) {
    throw isRefusal(error) ? error : damagedForm(error);
  }
  throw invalidField(FILE_FIELD, "required", `Send the CSV file in the field ${FILE_FIELD}.`);
}

/** The plugin's own errors say which status they are; those of the parser below it do not. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && "statusCode" in error;
}

function damagedForm(cause: unknown): AppError {
  return new AppError("malformed_request", "The form is damaged or not complete. Send the file again.", { cause });
}

function isDryRunAsked(text: string | undefined): boolean {
  if (text === undefined || text === "" || text === "false" || text === "0") return false;
  if (text === "true" || text === "1") return true;
  throw invalidField("dry_run", "invalid", "dry_run must be true or false.");
}

function tooManyImports(): AppError {
  return new AppError("too_many_requests", "Other imports are running on this server. Try again in a few seconds.", {
    headers: { "retry-after": String(RETRY_AFTER_SECONDS) },
  });
}
