import { useDesk } from '#renderer/app/desk-context.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { PhoneListView } from '#shared/contract/view/notices.ts';
import { formatMoment } from '#shared/text/format.ts';

/** Late cases and whom to phone about each, by this console's own rota: it holds without central too. */
export function PhoneList({ phones }: { phones: PhoneListView }) {
  const say = useSay();
  if (phones.items.length === 0) return <p>{say('notices.phone-none')}</p>;
  return (
    <>
      <h3>{say('notices.phone-list', { n: phones.late })}</h3>
      <table className="rules-table">
        <NoticeHeads of={['case', 'promise', 'phone']} />
        <tbody>
          {phones.items.map((one) => (
            <tr key={one.case}>
              <LateCells of={one} />
              <td>
                <PhoneWords phone={one.phone} />
                {one.passed.length === 0 ? null : (
                  <small>
                    {' '}
                    {say('notices.passed', {
                      levels: one.passed.map((level) => say(`rota.level.${level}`)).join(', '),
                    })}
                  </small>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** What the columns say. */
export function NoticeHeads({ of }: { of: readonly ('case' | 'promise' | 'to' | 'cause' | 'phone')[] }) {
  const say = useSay();
  return (
    <thead>
      <tr>
        {of.map((head) => (
          <th key={head} scope="col">
            {say(`notices.${head}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Which case it is about, and which promise fell due when. */
export function LateCells({
  of,
}: {
  of: Pick<PhoneListView['items'][number], 'case' | 'number' | 'branch' | 'clock' | 'due'>;
}) {
  const say = useSay();
  const { clock } = useDesk();
  return (
    <>
      <td>
        <CaseLink of={of.case} number={of.number} /> <small>{of.branch ?? ''}</small>
      </td>
      <td>
        {say.key(`clock.name.${of.clock}`)}{' '}
        <small>{say('notices.due', { at: formatMoment(say.lang, of.due, clock.now()) })}</small>
      </td>
    </>
  );
}

/** A case by its number; a press opens it on the desk, where a telephone number is opened for a reason. */
function CaseLink({ of, number }: { of: string; number: string }) {
  const { verbs } = useDesk();
  const open = () => {
    verbs.show('none');
    verbs.select(of);
  };
  return (
    <button type="button" className="rules-case" onClick={open}>
      <b>{number}</b>
    </button>
  );
}

/** Somebody to phone: who, at which level, and the number, covered but for its end. */
export function PhoneWords({ phone }: { phone: PhoneListView['items'][number]['phone'] }) {
  const say = useSay();
  if (phone === null) return <>{say('notices.nobody')}</>;
  return (
    <>
      <b>{phone.phone ?? say('notices.no-phone')}</b> {phone.name} <small>{say(`rota.level.${phone.level}`)}</small>
    </>
  );
}
