import { hash, verify } from "@node-rs/argon2";

/** OWASP's first choice of 2023. The work runs on libuv's threads, not on ours. Argon2id is the library's default. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashed once, to have something to compare with when there is no such user. */
let decoy: Promise<string> | undefined;

export async function hashPassword(password: string): Promise<string> {
  return await hash(password.normalize("NFKC"), COST);
}

/** Takes as long for a user who does not exist (`undefined`) as for one who does. */
export async function isPasswordOf(storedHash: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody's password");
  const isRight = await verify(storedHash ?? (await decoy), password.normalize("NFKC"));
  return isRight && storedHash !== undefined;
}
