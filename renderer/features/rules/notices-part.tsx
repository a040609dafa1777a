import { useCallback, useEffect, useRef, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segments } from '#renderer/ui/segments.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Failure } from '#shared/contract/ipc.ts';
import { NOTICE_LISTS, type NoticeList, type NoticeView, type PhoneListView } from '#shared/contract/view/notices.ts';
import { NoticeTable } from './notice-table.tsx';
import { PhoneList } from './phone-list.tsx';
import { ScrollBox } from './scroll-box.tsx';

/** What central told whoever is on duty, above all what did not arrive; and whom to phone, also without central. */
export function NoticesPart() {
  const say = useSay();
  const { engine } = useDesk();
  const [list, setList] = useState<NoticeList>('undelivered');
  const [items, setItems] = useState<readonly NoticeView[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [phones, setPhones] = useState<PhoneListView | null>(null);
  // Another list was chosen meanwhile: its answer alone counts.
  const asked = useRef(0);
  const read = useCallback(
    async (after: string | null, before: readonly NoticeView[]) => {
      const mine = ++asked.current;
      const reply = await engine.call('rules.notices', { list, ...(after === null ? {} : { after }) });
      if (mine !== asked.current) return;
      setFailure(reply.ok ? null : reply.failure);
      setItems(reply.ok ? [...before, ...reply.value.items] : []);
      setNext(reply.ok ? reply.value.next : null);
    },
    [engine, list],
  );
  useEffect(() => {
    setItems(null);
    void read(null, []);
  }, [read]);
  useEffect(
    () => void engine.call('rules.phone-list', {}).then((reply) => setPhones(reply.ok ? reply.value : null)),
    [engine],
  );
  const barred = failure !== null && ['role', 'not-allowed'].includes(failure.code);
  return (
    <ScrollBox className="notices">
      <p className="rules-lead">{say('notices.lead')}</p>
      <Segments<NoticeList>
        look="switch"
        label={say('notices.which')}
        value={list}
        options={NOTICE_LISTS.map((value) => ({ value, node: say(`notices.${value}`) }))}
        onPick={setList}
      />
      <div role="status">
        {items === null ? <p>{say('rules.loading')}</p> : null}
        {failure === null ? null : <p className="notices-away">{say(barred ? 'notices.role' : 'notices.away')}</p>}
        {failure === null && items?.length === 0 ? (
          <p>
            {say(`notices.none.${list}`)} <span className="rules-lead">{say('notices.channels')}</span>
          </p>
        ) : null}
      </div>
      {items !== null && items.length > 0 ? <NoticeTable items={items} list={list} /> : null}
      {next === null ? null : <Button onClick={() => void read(next, items ?? [])}>{say('notices.more')}</Button>}
      {phones === null ? null : <PhoneList phones={phones} />}
    </ScrollBox>
  );
}
