import { createHash, randomBytes } from 'node:crypto';
import argon2 from 'argon2';

/** A random secret, base64url. @param bytes of randomness. */
export function newSecret(bytes = 24): string {
  return randomBytes(bytes).toString('base64url');
}

/** SHA-256 of a secret with full randomness, base64url: good for tokens and keys, never for passwords. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Argon2id of a password, at OWASP's first setting: 19 MiB, two passes. */
export function hashPassword(password: string): Promise<string> {
  return argon2.hash(password, { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}

/** Whether the password is the one hashed. */
export function passwordMatches(hash: string, password: string): Promise<boolean> {
  return argon2.verify(hash, password);
}
