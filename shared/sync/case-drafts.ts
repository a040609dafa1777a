import type { Act } from '#shared/contract/acts.ts';
import type { EventDraft } from '#shared/contract/wire/event.ts';
import type { PayloadOf } from '#shared/contract/wire/event-payloads.ts';
import type { CaseState, IncidentState } from '#shared/domain/case-state.ts';

/** Acts on cases: each case they name gets its own events. */
export type CaseAct = Exclude<
  Act,
  {
    kind:
      | 'report'
      | 'place'
      | 'undo'
      | 'reverse'
      | 'set-time'
      | 'settle'
      | 'join'
      | 'part'
      | 'admit'
      | 'turn-down'
      | 'acknowledge-alarm'
      | 'share-out'
      | RuleAct['kind'];
  }
>;
/** Acts on the rules everybody works by. */
export type RuleAct = Extract<
  Act,
  { kind: 'set-policy' | 'withdraw-policy' | 'move-policy' | 'set-calendar' | 'set-rota' }
>;
type Told = { how: NonNullable<PayloadOf<'case.acknowledged'>['told']>['how']; by?: string | undefined } | undefined;

/** The events one act makes on one case. */
export function draftsFor(act: CaseAct, state: CaseState, incident: IncidentState | null): EventDraft[] {
  const subject = { kind: 'case', id: state.id } as const;
  const recorded = (told: Told) =>
    told ? { told: { how: told.how, ...(state.lead ? { onBehalfOf: state.lead } : {}) } } : {};
  const by = (told: Told) => (told?.by ? { private: { toldBy: told.by } } : {});
  switch (act.kind) {
    case 'assign':
      return [
        {
          type: 'case.assigned',
          subject,
          payload: { branch: act.branch, believedLead: state.lead, suggested: incident?.suggested?.branch ?? null },
          ...(act.reason ? { private: { reason: act.reason } } : {}),
        },
      ];
    case 'triage':
      return [{ type: 'case.triaged', subject, payload: given({ severity: act.severity, priority: act.priority }) }];
    case 'acknowledge': {
      const assignment = state.assignments.at(-1);
      return assignment
        ? [
            {
              type: 'case.acknowledged',
              subject,
              payload: { assignment: assignment.id, ...recorded(act.told) },
              ...by(act.told),
            },
          ]
        : [];
    }
    case 'first-action':
      return [
        { type: 'case.action-taken', subject, payload: { action: act.action, ...recorded(act.told) }, ...by(act.told) },
      ];
    case 'contact-family':
      return [{ type: 'case.family-contacted', subject, payload: recorded(act.told), ...by(act.told) }];
    case 'complete-documents':
      return [
        {
          type: 'case.documents-completed',
          subject,
          payload: { benefit: act.benefit, ...given({ payeeId: act.payeeId }), ...recorded(act.told) },
          ...by(act.told),
        },
      ];
    case 'decide-eligibility':
      return [
        {
          type: 'case.eligibility-decided',
          subject,
          payload: {
            benefit: act.benefit,
            eligible: act.eligible,
            ...given({ payeeId: act.payeeId }),
            ...recorded(act.told),
          },
          ...by(act.told),
        },
      ];
    case 'pay':
      return [
        {
          type: 'case.payment-made',
          subject,
          payload: {
            benefit: act.benefit,
            amountSen: act.amountSen,
            ...given({ payeeId: act.payeeId }),
            ...recorded(act.told),
          },
          private: given({ payee: act.payee, toldBy: act.told?.by }),
        },
      ];
    case 'pause':
      return [
        {
          type: 'case.paused',
          subject,
          payload: { reason: act.reason, ...given({ until: act.until }) },
          private: given({ text: act.text }),
        },
      ];
    case 'resume':
      return [{ type: 'case.resumed', subject, payload: {} }];
    case 'close':
      return [{ type: 'case.closed', subject, payload: { outcome: act.outcome }, private: given({ text: act.text }) }];
    case 'reopen':
      return [{ type: 'case.reopened', subject, payload: {}, private: given({ text: act.text }) }];
    case 'note':
      return [{ type: 'case.noted', subject, payload: {}, private: { text: act.text } }];
    case 'describe-victim':
      return [
        {
          type: 'case.victim-described',
          subject,
          payload: given({ sex: act.sex, age: act.age, occupation: act.occupation }),
          private: given({ name: act.name, idNumber: act.idNumber, employer: act.employer }),
        },
      ];
    case 'describe-kin':
      return [
        {
          type: 'case.kin-described',
          subject,
          payload: given({ relation: act.relation, town: act.town }),
          private: given({ name: act.name, phone: act.phone }),
        },
      ];
    case 'decline': {
      const assignment = state.assignments.at(-1);
      return assignment
        ? [
            {
              type: 'case.declined',
              subject,
              payload: { assignment: assignment.id, reason: act.reason, ...recorded(act.told) },
              private: given({ text: act.text, toldBy: act.told?.by }),
            },
          ]
        : [];
    }
    case 'set-assist':
      return [{ type: 'case.assist-set', subject, payload: { branch: act.branch, on: act.on } }];
    case 'place-kin':
      return [{ type: 'case.kin-placed', subject, payload: { place: act.place } }];
    case 'place-employer':
      return [{ type: 'case.employer-placed', subject, payload: { place: act.place } }];
    case 'set-scheme':
      return [{ type: 'case.scheme-set', subject, payload: { scheme: act.scheme, on: act.on } }];
    case 'receive-complaint':
      return [
        {
          type: 'case.complaint-received',
          subject,
          payload: { complaint: act.complaint },
          private: { text: act.text },
        },
      ];
    case 'acknowledge-complaint':
      return [
        {
          type: 'case.complaint-acknowledged',
          subject,
          payload: { complaint: act.complaint },
          private: given({ text: act.text }),
        },
      ];
    case 'name-payee':
      return [
        {
          type: 'case.payee-named',
          subject,
          payload: { payeeId: act.payeeId, ...given({ relation: act.relation }) },
          private: given({ name: act.name }),
        },
      ];
    case 'open-personal':
      return [{ type: 'case.personal-opened', subject, payload: {}, private: { reason: act.reason } }];
  }
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Only the members that were said. */
export function given<T extends object>(members: T): Given<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Given<T>;
}
