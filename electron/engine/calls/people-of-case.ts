import type { Lost, PersonOfCase } from '#shared/contract/view/case-detail.ts';
import type { CaseState } from '#shared/domain/case-state.ts';
import { maskIdNumber, maskName, maskPhone } from './mask.ts';

/** Victim and kin; every text that names somebody is masked unless `open`. */
export function peopleOfCase(
  { victim, kin }: CaseState,
  open: boolean,
  lost: { victim: Lost; kin: Lost },
): PersonOfCase[] {
  const shown = (value: string | null, mask: (text: string) => string) =>
    value === null || open ? value : mask(value);
  const known = (...values: unknown[]) => values.some((value) => value !== null);
  return [
    {
      role: 'victim',
      known:
        lost.victim !== null ||
        known(victim.name, victim.idNumber, victim.employer, victim.sex, victim.age, victim.occupation),
      open,
      lost: lost.victim,
      name: shown(victim.name, maskName),
      idNumber: shown(victim.idNumber, maskIdNumber),
      phone: null,
      employer: shown(victim.employer, maskName),
      relation: null,
      town: null,
      sex: victim.sex,
      age: victim.age,
      occupation: victim.occupation,
    },
    {
      role: 'kin',
      known: lost.kin !== null || known(kin.name, kin.phone, kin.relation, kin.town),
      open,
      lost: lost.kin,
      name: shown(kin.name, maskName),
      idNumber: null,
      phone: shown(kin.phone, maskPhone),
      employer: null,
      relation: kin.relation,
      town: kin.town,
      sex: null,
      age: null,
      occupation: null,
    },
  ];
}
