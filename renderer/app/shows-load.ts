import type { Role } from '#shared/domain/person-role.ts';
import type { DeskPicture } from './desk-context.ts';

/** Whether the view of all offices' load is there for this role. */
export function mayShowLoad(role: Role | null | undefined): boolean {
  return role === 'supervisor' || role === 'coordinator';
}

/** Whether it is what stands between head and foot: somebody else may have signed in since it was asked for. */
export function showsLoad({ view, session }: Pick<DeskPicture, 'view' | 'session'>): boolean {
  return view === 'load' && mayShowLoad(session.user?.role);
}
