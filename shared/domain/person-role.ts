/** Who may sit at a console or call central. */
export const ROLES = ['coordinator', 'supervisor', 'branch', 'wall', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** How far a person's sight and acts reach. */
export type Scope = { kind: 'hq' } | { kind: 'state'; state: string } | { kind: 'branch'; branch: string };

/** One person (or system) that signs acts. */
export interface Person {
  id: string;
  name: string;
  role: Role;
  scope: Scope;
}
