import { useDesk } from '#renderer/app/desk-context.ts';
import { useCaseActs } from '#renderer/app/use-case-acts.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { CaseDetail } from '#shared/contract/view/case-detail.ts';
import { SCHEMES, type Scheme } from '#shared/domain/scheme.ts';
import { AssistChoice } from './assist-choice.tsx';
import { ChipRow } from './chip-row.tsx';
import { Complaints } from './complaints.tsx';
import { Payees } from './payees.tsx';
import { PlaceOfCaseLine } from './place-of-case.tsx';
import { SchemeChoice } from './scheme-choice.tsx';
import './around.css';

interface AroundProps {
  detail: CaseDetail;
  /** True while this drawer may show names. */
  opened: boolean;
}

/** The three places of a case, who assists, under which laws, who is paid, and complaints; each set here. */
export function Around({ detail, opened }: AroundProps) {
  const say = useSay();
  const { newId } = useDesk();
  const { commitInWords } = useCaseActs();
  const { row, around } = detail;
  const cases = [row.case];
  const may = (act: string) => !row.readOnly && detail.allowed.some((one) => one.act === act && one.verdict !== 'no');
  const placeOf = (of: 'incident' | 'kin' | 'employer') => around.places.find((one) => one.of === of) ?? null;
  return (
    <section className="drawer-part around" aria-label={say('around.title')}>
      <h2>{say('around.title')}</h2>
      <dl>
        <PlaceOfCaseLine of="incident" place={placeOf('incident')} lead={row.lead} />
        <PlaceOfCaseLine
          of="kin"
          place={placeOf('kin')}
          lead={row.lead}
          onTown={may('place-kin') ? (place) => commitInWords({ kind: 'place-kin', cases, place }, 'menu') : undefined}
        />
        <PlaceOfCaseLine
          of="employer"
          place={placeOf('employer')}
          lead={row.lead}
          onTown={
            may('place-employer')
              ? (place) => commitInWords({ kind: 'place-employer', cases, place }, 'menu')
              : undefined
          }
        />
        <ChipRow
          of="assist"
          label={say('around.assist')}
          none={say('around.assist.none')}
          add={say('around.assist.add')}
          may={may('set-assist')}
          chips={around.assist.map((code) => ({
            value: code,
            label: code,
            remove: say('around.assist.remove', { code }),
          }))}
          list={(close) => (
            <AssistChoice
              detail={detail}
              onPick={(branch) => {
                close();
                void commitInWords({ kind: 'set-assist', cases, branch, on: true }, 'menu');
              }}
              onClose={close}
            />
          )}
          onRemove={(branch) => void commitInWords({ kind: 'set-assist', cases, branch, on: false }, 'menu')}
        />
        <ChipRow
          of="scheme"
          label={say('around.scheme')}
          none={say('around.scheme.none')}
          add={around.schemes.length < SCHEMES.length ? say('around.scheme.add') : null}
          may={may('set-scheme')}
          chips={around.schemes.map((scheme) => ({
            value: scheme,
            label: say(`scheme.${scheme}`),
            remove: say('around.scheme.remove', { what: say(`scheme.${scheme}`) }),
          }))}
          list={(close) => (
            <SchemeChoice
              without={around.schemes}
              onPick={(scheme) => {
                close();
                void commitInWords({ kind: 'set-scheme', cases, scheme, on: true }, 'menu');
              }}
              onClose={close}
            />
          )}
          onRemove={(value) =>
            void commitInWords({ kind: 'set-scheme', cases, scheme: value as Scheme, on: false }, 'menu')
          }
        />
        {around.schemes.includes('act-800') ? <p className="drawer-say">{say('around.scheme.away')}</p> : null}
        <Payees
          payees={around.payees}
          opened={opened}
          may={may('name-payee')}
          onName={(relation, name) =>
            commitInWords(
              { kind: 'name-payee', case: row.case, payeeId: newId(), relation, ...(name === '' ? {} : { name }) },
              'menu',
            )
          }
        />
        <Complaints
          complaints={around.complaints}
          may={may('receive-complaint')}
          onReceive={(text) =>
            commitInWords({ kind: 'receive-complaint', case: row.case, complaint: newId(), text }, 'menu')
          }
          onAcknowledge={(complaint) =>
            commitInWords({ kind: 'acknowledge-complaint', case: row.case, complaint }, 'menu')
          }
        />
      </dl>
    </section>
  );
}
