import type { Act } from '#shared/contract/acts.ts';
import type { DutyView } from '#shared/contract/view/rota.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';

type DutyInput = Extract<Act, { kind: 'set-rota' }>['duties'][number];

/** A duty as an act sets it in its own place. */
export function dutyInput(duty: Omit<DutyView, 'mayEdit' | 'id'> & { id?: string }): DutyInput {
  const { id, area, level, from, to, user, name, phone, email } = duty;
  return {
    ...(id === undefined ? {} : { id }),
    area,
    level,
    from: isoMalaysia(from),
    to: isoMalaysia(to),
    name,
    ...(user === null ? {} : { user }),
    ...(phone === null || phone === '' ? {} : { phone }),
    ...(email === null || email === '' ? {} : { email }),
  };
}

/** Two duties whose people change places: the spans stay, each with the other's person. One act makes both. */
export function swapped(a: DutyView, b: DutyView): DutyInput[] {
  const person = ({ user, name, phone, email }: DutyView) => ({ user, name, phone, email });
  return [dutyInput({ ...a, ...person(b) }), dutyInput({ ...b, ...person(a) })];
}

/** Duties copied to another time are new ones. */
export function copies(duties: readonly DutyView[]): DutyInput[] {
  return duties.map(({ id: _, ...rest }) => dutyInput(rest));
}
