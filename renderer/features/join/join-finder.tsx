import { useMemo, useState } from 'react';
import { searchableWords } from '#renderer/app/board/searchable-words.ts';
import { useDesk } from '#renderer/app/desk-context.ts';
import { PickList } from '#renderer/ui/pick-list.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { formatKm, formatMoment } from '#shared/text/format.ts';
import type { IncidentFacts } from './incident-facts.ts';
import { joinCandidates } from './join-candidates.ts';

interface JoinFinderProps {
  own: IncidentFacts;
  incidents: ReadonlyMap<string, IncidentFacts>;
  onPick(incident: string): void;
}

/** Type-ahead over the open incidents, the likely twins first. */
export function JoinFinder({ own, incidents, onPick }: JoinFinderProps) {
  const say = useSay();
  const { clock } = useDesk();
  const [query, setQuery] = useState('');
  const wordsOf = useMemo(() => searchableWords(say.lang), [say.lang]);
  const found = useMemo(() => joinCandidates(incidents, own, query, wordsOf), [incidents, own, query, wordsOf]);
  const now = clock.now();
  return (
    <PickList
      label={say('join.find')}
      hint={say('join.find.hint')}
      placeholder={say('join.find.place')}
      query={query}
      onQuery={setQuery}
      nothing={say('join.nothing')}
      list="inline"
      autoFocus
      options={found.map(({ facts, km, likely }) => ({
        value: facts.incident,
        node: (
          <span className="join-row">
            <b>{facts.number}</b>
            <span>
              {say(`severity.${facts.row.severity}`)} · {say(`kind.short.${facts.row.kind}`)}
            </span>
            <span>{facts.row.place ?? say('join.no-place')}</span>
            <time>{formatMoment(say.lang, facts.row.receivedAt, now)}</time>
            <small>
              {[
                likely ? say('join.likely') : null,
                km === null ? null : say('join.km', { km: formatKm(km) }),
                say('join.cases', { n: facts.cases.length }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </span>
        ),
      }))}
      onPick={onPick}
    />
  );
}
