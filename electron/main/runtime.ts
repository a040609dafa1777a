/** The oldest Electron line that still gets security fixes for this release; older ones are for demo and tests. */
const OLDEST_PRODUCTION = 42;

/** Such as "Electron 33.2.1 (Chromium 130.0.6723.137, Node 20.18.1)". */
export function runtimeName(versions: Record<string, string | undefined>): string {
  return `Electron ${versions.electron ?? '?'} (Chromium ${versions.chrome ?? '?'}, Node ${versions.node ?? '?'})`;
}

/** Tells whether real cases may be worked on this runtime. */
export function isProductionRuntime(versions: Record<string, string | undefined>): boolean {
  return Number((versions.electron ?? '0').split('.')[0]) >= OLDEST_PRODUCTION;
}
