import type { Branch } from '#shared/domain/branch.ts';
import type { Role, Scope } from '#shared/domain/person-role.ts';

/** Someone of the demo; all names are invented and marked. */
export interface DemoPerson {
  username: string;
  name: string;
  role: Role;
  scope: Scope;
  /** Listed with a password in `demo-credentials.json`; the others only sign simulated acts. */
  listed: boolean;
}

const HQ: Scope = { kind: 'hq' };
const DESK: readonly DemoPerson[] = [
  { username: 'penyelia', name: 'R. Selvam (demo)', role: 'supervisor', scope: HQ, listed: true },
  { username: 'penyelaras', name: 'N. Hamid (demo)', role: 'coordinator', scope: HQ, listed: true },
  { username: 'penyelaras2', name: 'Lim S. Y. (demo)', role: 'coordinator', scope: HQ, listed: true },
  {
    username: 'penyelia.johor',
    name: 'Zainab O. (demo)',
    role: 'supervisor',
    scope: { kind: 'state', state: 'Johor' },
    listed: true,
  },
  { username: 'dinding', name: 'Dinding (demo)', role: 'wall', scope: HQ, listed: true },
  { username: 'admin', name: 'Pentadbir (demo)', role: 'admin', scope: HQ, listed: true },
];
const LISTED_SQUADS = new Set(['KLU', 'SBN', 'KTN', 'BKI', 'KCH', 'LBN']);

/** Everyone of the demo: the desk, and one squad for each branch. */
export function demoPeople(branches: readonly Branch[]): DemoPerson[] {
  const squads = branches
    .filter((branch) => branch.role !== 'headquarters')
    .map(
      (branch): DemoPerson => ({
        username: squadName(branch.code),
        name: `Squad ${branch.short} (demo)`,
        role: 'branch',
        scope: { kind: 'branch', branch: branch.code },
        listed: LISTED_SQUADS.has(branch.code),
      }),
    );
  return [...DESK, ...squads];
}

/** User name of a branch's simulated squad. */
export function squadName(branch: string): string {
  return `squad.${branch.toLowerCase()}`;
}

/** User name of the coordinator whose hand the demo's assignments are. */
export const DEMO_COORDINATOR = 'penyelaras2';

/** User name of the supervisor who put the demo's people on duty. */
export const DEMO_SUPERVISOR = 'penyelia';
