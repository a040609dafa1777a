import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Bundles one script of this folder so that plain Node can run it in a process of its own. @returns its file */
export async function buildScript(name: string): Promise<string> {
  const folder = at(`../../.cache/scripts/${name}`);
  await bundle(folder, { [name]: at(`./${name}.ts`) });
  return `${folder}/${name}.js`;
}

/** Bundles a script that lies elsewhere in the tests. @param path from the tests' folder, without `.ts` @returns its file */
export async function buildTestScript(path: string): Promise<string> {
  const name = path.replaceAll('/', '-');
  const folder = at(`../../.cache/scripts/${name}`);
  await bundle(folder, { [name]: at(`../${path}.ts`) });
  return `${folder}/${name}.js`;
}

/** Bundles the headless host and the central it runs, as the product's build does. @returns the host's file */
export async function buildHost(): Promise<string> {
  const folder = at('../../.cache/scripts/host/main');
  await bundle(folder, { host: at('../../electron/host/main.ts'), central: at('../../central/main.ts') });
  return `${folder}/host.js`;
}

async function bundle(outDir: string, input: Record<string, string>): Promise<void> {
  await build({
    root: at('../..'),
    configFile: false,
    logLevel: 'error',
    define: { __APP_VERSION__: JSON.stringify('0.0.0-test') },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
}
