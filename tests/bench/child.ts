import { spawn } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const built = dirname(fileURLToPath(import.meta.url)).replace(/[\\/]chunks$/, '');

/** A process of the bench's own that said its first line. */
export interface Child {
  /** The first line it printed, as JSON. */
  first: Record<string, unknown>;
  pid: number;
  end(): Promise<void>;
}

/** Starts one of the bench's programs and waits for its first line of JSON. @throws Error with its stderr when it ends before. */
export function startChild(program: string, args: readonly string[]): Promise<Child> {
  return startProgram(join(built, `${program}.js`), args);
}

/** The same for a file. */
export function startProgram(file: string, args: readonly string[]): Promise<Child> {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const line = out.indexOf('\n');
      if (line < 0) return;
      resolve({
        first: JSON.parse(out.slice(0, line)) as Record<string, unknown>,
        pid: child.pid ?? 0,
        end: async () => {
          child.kill('SIGTERM');
          await gone;
        },
      });
    });
    child.once('exit', (code) => reject(new Error(`${basename(file)} ${args[1] ?? ''} ended with ${code}: ${err}`)));
  });
}

/** Runs one of the bench's programs to its end and reads the JSON line it printed. */
export async function runChild(program: string, args: readonly string[]): Promise<Record<string, unknown>> {
  const child = await startChild(program, args);
  await child.end();
  return child.first;
}
