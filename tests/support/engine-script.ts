import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Bundles one script of this folder so that plain Node can run it in a process of its own. @returns its file */
export async function buildScript(name: string): Promise<string> {
  const outDir = at(`../../.cache/scripts/${name}`);
  await build({
    root: at('../..'),
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node20.18',
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input: { [name]: at(`./${name}.ts`) },
        output: { format: 'es', entryFileNames: '[name].mjs' },
      },
    },
  });
  return `${outDir}/${name}.mjs`;
}
