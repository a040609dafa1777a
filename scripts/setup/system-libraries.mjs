import { installPackages } from './apt.mjs';
import { run } from './run.mjs';
import { SetupError } from './words.mjs';

/** Which Debian package brings a library that Electron wants. */
const packageOf = {
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libgdk-3.so.0': 'libgtk-3-0',
  'libgdk_pixbuf-2.0.so.0': 'libgdk-pixbuf-2.0-0',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libdrm.so.2': 'libdrm2',
  'libXss.so.1': 'libxss1',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libcairo.so.2': 'libcairo2',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libpangocairo-1.0.so.0': 'libpango-1.0-0',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libgmodule-2.0.so.0': 'libglib2.0-0',
  'libexpat.so.1': 'libexpat1',
  'libudev.so.1': 'libudev1',
  'libX11.so.6': 'libx11-6',
  'libX11-xcb.so.1': 'libx11-xcb1',
  'libxcb.so.1': 'libxcb1',
  'libxcb-dri3.so.0': 'libxcb-dri3-0',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXcursor.so.1': 'libxcursor1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXi.so.6': 'libxi6',
  'libXrandr.so.2': 'libxrandr2',
  'libXrender.so.1': 'libxrender1',
  'libXtst.so.6': 'libxtst6',
  'libxkbcommon.so.0': 'libxkbcommon0',
};

/** The sonames that `ldd` could not find, each once. */
export function missingLibraries(lddOutput) {
  const names = [...lddOutput.matchAll(/^\s*(\S+)\s+=>\s+not found/gm)].map((match) => match[1]);
  return [...new Set(names)];
}

/** The Debian packages for those sonames, and the sonames nobody knows a package for. */
export function packagesFor(sonames) {
  const known = sonames.filter((name) => name in packageOf);
  return {
    packages: [...new Set(known.map((name) => packageOf[name]))].sort(),
    unknown: sonames.filter((name) => !(name in packageOf)),
  };
}

/** Makes the libraries that the Electron binary links against be there (Linux; elsewhere they come with it). */
export async function setUpLibraries(binary) {
  if (process.platform !== 'linux') return;
  const look = async () => missingLibraries((await run('ldd', [binary])).output);
  const missing = await look();
  if (missing.length === 0) return;
  const { packages, unknown } = packagesFor(missing);
  if (packages.length > 0) await installPackages(packages, 'Electron');
  const still = await look();
  if (still.length === 0) return;
  throw new SetupError(
    `Electron lacks system libraries: ${still.join(', ')}`,
    `install the packages that bring ${(unknown.length > 0 ? unknown : still).join(', ')}`,
  );
}
