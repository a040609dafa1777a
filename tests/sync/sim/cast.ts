import type { Person } from '#shared/domain/person-role.ts';

/** Everyone in this world has the same one. */
export const PASSWORD = 'sama untuk semua';

const person = (index: number, username: string, role: Person['role'], scope: Person['scope']) => ({
  id: `0199a000-0000-7000-8000-${String(index).padStart(12, '0')}`,
  username,
  name: `Orang ${index} (demo)`,
  role,
  scope,
});

/** The people of every world; the first three sit at the first three consoles. */
export const CAST = [
  person(1, 'coordinator', 'coordinator', { kind: 'hq' }),
  person(2, 'supervisor', 'supervisor', { kind: 'hq' }),
  person(3, 'coordinator2', 'coordinator', { kind: 'hq' }),
  person(4, 'supervisor2', 'supervisor', { kind: 'hq' }),
  person(5, 'johor', 'coordinator', { kind: 'state', state: 'Johor' }),
  person(6, 'kluang', 'branch', { kind: 'branch', branch: 'KLU' }),
  person(7, 'seremban', 'branch', { kind: 'branch', branch: 'SBN' }),
] as const;

/** Few, so that assignments meet. */
export const BRANCHES = ['KLU', 'SBN', 'JHB', 'KLG'] as const;
