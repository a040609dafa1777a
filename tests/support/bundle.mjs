import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The project's root folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Bundles programs that use the product's own parts, written in TypeScript, so that plain Node runs them.
 * @param name the folder of `out` they go to, each as its own name with `.js`
 * @param version what they take for the product's
 * @param programs file by name
 * @param anew whether that folder is emptied first
 * @returns the folder
 */
export async function bundle(name, version, programs, anew = true) {
  const outDir = join(root, 'out', name);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    define: { __APP_VERSION__: JSON.stringify(version) },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir,
      emptyOutDir: anew,
      rolldownOptions: {
        input: programs,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
      },
    },
  });
  return outDir;
}
