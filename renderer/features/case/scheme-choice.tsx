import { useState } from 'react';
import { useSay } from '#renderer/ui/use-say.ts';
import { SCHEMES, type Scheme } from '#shared/domain/scheme.ts';
import { ChipChoice } from './chip-choice.tsx';

interface SchemeChoiceProps {
  /** Those that stand already. */
  without: readonly Scheme[];
  onPick(scheme: Scheme): void;
  onClose(): void;
}

/** The laws a case may fall under, by any part of their name. */
export function SchemeChoice({ without, onPick, onClose }: SchemeChoiceProps) {
  const say = useSay();
  const [query, setQuery] = useState('');
  const words = query.trim().toLowerCase();
  return (
    <ChipChoice
      label={say('around.scheme.add')}
      query={query}
      onQuery={setQuery}
      options={SCHEMES.filter((one) => !without.includes(one))
        .map((one) => ({ value: one, label: say(`scheme.${one}`) }))
        .filter(({ label }) => label.toLowerCase().includes(words))}
      onPick={(value) => onPick(value as Scheme)}
      onClose={onClose}
    />
  );
}
