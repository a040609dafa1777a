import { useDesk } from '#renderer/app/desk-context.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { NoticeList, NoticeView } from '#shared/contract/view/notices.ts';
import { formatMoment } from '#shared/text/format.ts';
import { causeOf } from './cause-of.ts';
import { LateCells, NoticeHeads, PhoneWords } from './phone-list.tsx';

/** Messages, one a line: about what, to whom, what became of it, and whom to phone instead. */
export function NoticeTable({ items, list }: { items: readonly NoticeView[]; list: NoticeList }) {
  const say = useSay();
  const { clock } = useDesk();
  const time = (ms: number) => formatMoment(say.lang, ms, clock.now());
  return (
    <table className="rules-table">
      <NoticeHeads of={['case', 'promise', 'to', 'cause', ...(list === 'sent' ? [] : (['phone'] as const))]} />
      <tbody>
        {items.map((one) => (
          <tr key={`${one.id} ${one.channel}`}>
            <LateCells of={one} />
            <td>
              {one.called === null ? say('notices.nobody') : say(`rota.level.${one.called}`)}{' '}
              <small>{one.channel}</small>
              {one.about === 'withdrawal' ? <small> · {say('notices.withdrawal')}</small> : null}
            </td>
            <td>
              {one.error === null ? null : say.ref(causeOf(one.error))}
              {one.error !== null || one.sentAt === null ? '' : say('notices.sent-at', { at: time(one.sentAt) })}{' '}
              <small>
                {[
                  one.late ? say('notices.late') : null,
                  one.error === null ? null : say('notices.tries', { n: one.attempts }),
                  one.nextTry === null ? null : say('notices.next', { at: time(one.nextTry) }),
                ]
                  .filter((word) => word !== null)
                  .join(' · ')}
              </small>
            </td>
            {list === 'sent' ? null : (
              <td>
                <PhoneWords phone={one.phone} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
