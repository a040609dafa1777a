import type { AnyEvent, KnownEvent } from '#shared/contract/wire/event.ts';

import type { CaseState } from '#shared/domain/case-state.ts';
import type { ComplaintFact, Moment } from '#shared/domain/clock-facts.ts';
import type { PayeeRelation, PayeeState } from '#shared/domain/payee.ts';
import type { Town } from '#shared/domain/place.ts';
import { SCHEMES } from '#shared/domain/scheme.ts';
import type { Registers } from './register.ts';

/** What stands around a case, while its events are being read: places, laws and names of payees lie in the registers. */
export interface Around {
  /** In the order in which they were first named. */
  payees: string[];
  complaints: ComplaintFact[];
  /** Acknowledgements by complaint, whichever of the two came first. */
  answered: Map<string, Moment>;
}

/** A case with nothing around it. */
export function emptyAround(): Around {
  return { payees: [], complaints: [], answered: new Map() };
}

/** Takes one event into what stands around the case. @returns false when the event is of another kind */
export function applyAround(around: Around, registers: Registers, event: KnownEvent & AnyEvent, at: Moment): boolean {
  switch (event.type) {
    case 'case.kin-placed':
      registers.write('places.kin', event.payload.place, event);
      return true;
    case 'case.employer-placed':
      registers.write('places.employer', event.payload.place, event);
      return true;
    case 'case.scheme-set':
      registers.write(`scheme.${event.payload.scheme}`, event.payload.on, event);
      return true;
    case 'case.payee-named': {
      const { payeeId, relation } = event.payload;
      if (!around.payees.includes(payeeId)) around.payees.push(payeeId);
      if (relation !== undefined) registers.write(`payee.${payeeId}.relation`, relation, event);
      if (event.private?.name !== undefined) registers.write(`payee.${payeeId}.name`, event.private.name, event);
      return true;
    }
    case 'case.complaint-received': {
      const { complaint: id } = event.payload;
      const index = around.complaints.findIndex((one) => one.id === id);
      const known = around.complaints[index];
      if (known === undefined) around.complaints.push({ id, at, acknowledged: null });
      else if (at.ms < known.at.ms) around.complaints[index] = { ...known, at };
      return true;
    }
    case 'case.complaint-acknowledged': {
      const known = around.answered.get(event.payload.complaint);
      if (known === undefined || at.ms < known.ms) around.answered.set(event.payload.complaint, at);
      return true;
    }
    default:
      return false;
  }
}

type AroundState = Pick<CaseState, 'places' | 'schemes' | 'complaints' | 'payees'>;

/** The members of the state; what nobody spoke of is left out. */
export function aroundState(around: Around, registers: Registers): AroundState {
  const kin = registers.read<Town>('places.kin');
  const employer = registers.read<Town>('places.employer');
  const schemes = SCHEMES.filter((one) => registers.read<boolean>(`scheme.${one}`) === true);
  const payees = around.payees.map(
    (id): PayeeState => ({
      id,
      relation: registers.read<PayeeRelation>(`payee.${id}.relation`),
      name: registers.read<string>(`payee.${id}.name`),
    }),
  );
  const complaints = around.complaints.map((one) => ({ ...one, acknowledged: around.answered.get(one.id) ?? null }));
  return {
    ...(kin === null && employer === null
      ? {}
      : { places: { ...(kin === null ? {} : { kin }), ...(employer === null ? {} : { employer }) } }),
    ...(schemes.length === 0 ? {} : { schemes }),
    ...(complaints.length === 0 ? {} : { complaints }),
    ...(payees.length === 0 ? {} : { payees }),
  };
}
