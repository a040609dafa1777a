import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { roleSchema, scopeSchema } from '#shared/contract/wire/values.ts';

const fileSchema = z.object({
  users: z.array(z.object({ username: z.string(), password: z.string(), role: roleSchema, scope: scopeSchema })),
});

/** One account of the demo's file. */
export type DemoAccount = z.infer<typeof fileSchema>['users'][number];

/** Everyone the embedded demo central's file lists; nobody when the file is not there. */
export async function readDemoAccounts(file: string): Promise<DemoAccount[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return [];
  }
  return fileSchema.parse(JSON.parse(text)).users;
}

/**
 * The account the demo console signs in with: the embedded demo central's first coordinator who sees everything, else
 * its first supervisor. Null when the file is not there or holds neither. Only ever asked for in the demo profile.
 */
export async function readDemoAccount(file: string): Promise<{ username: string; password: string } | null> {
  const all = (await readDemoAccounts(file)).filter((user) => user.scope.kind === 'hq');
  const found = all.find((user) => user.role === 'coordinator') ?? all.find((user) => user.role === 'supervisor');
  return found ? { username: found.username, password: found.password } : null;
}
