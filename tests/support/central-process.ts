import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
const outDir = `${root}.cache/central-process`;

/** Builds central as the product does, into a folder of the tests' own. @returns the file to run. */
export async function buildCentral(): Promise<string> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    define: { __APP_VERSION__: JSON.stringify('0.0.0-test') },
    build: { ssr: `${root}central/main.ts`, outDir, emptyOutDir: true, target: 'node20.18' },
  });
  return `${outDir}/main.js`;
}

/** A central in a process of its own. */
export interface CentralProcess {
  child: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** Its address, once it answers. @throws Error with what it said when it ends before. */
  ready(): Promise<string>;
  /** Resolves with the exit code, or the signal it ended by. */
  ended: Promise<number | string | null>;
}

/** Runs a built central. @param under a program that runs it, with its words */
export function runCentral(file: string, words: readonly string[], under: readonly string[] = []): CentralProcess {
  const [program = process.execPath, ...rest] = [...under, process.execPath, file, ...words];
  const child = spawn(program, rest, { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString('utf8');
  });
  const ended = new Promise<number | string | null>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal)),
  );
  return {
    child,
    stdout: () => out,
    stderr: () => err,
    ended,
    ready: () =>
      new Promise((resolve, reject) => {
        const look = () => {
          const url = /^ready (http:\S+)$/m.exec(out)?.[1];
          if (url !== undefined) resolve(url);
        };
        child.stdout.on('data', look);
        look();
        void ended.then((code) => reject(new Error(`central ended with ${code}: ${err}`)));
      }),
  };
}
