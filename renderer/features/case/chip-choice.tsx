import { PickList } from '#renderer/ui/pick-list.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { ChoiceBox } from './choice-box.tsx';

interface ChipChoiceProps {
  label: string;
  query: string;
  onQuery(query: string): void;
  /** Fitting what is typed, the best first; null while they are still to come. */
  options: readonly { value: string; label: string; note?: string }[] | null;
  onPick(value: string): void;
  onClose(): void;
}

/** Type-ahead over what may be added to a set; Enter or a press adds, Esc leaves. */
export function ChipChoice({ label, query, onQuery, options, onPick, onClose }: ChipChoiceProps) {
  const say = useSay();
  return (
    <ChoiceBox onClose={onClose}>
      <PickList
        label={label}
        query={query}
        onQuery={onQuery}
        nothing={options === null ? say('assign.loading') : say('around.add.nothing')}
        list="inline"
        options={(options ?? []).map(({ value, label: words, note }) => ({
          value,
          node: (
            <span className="place-row">
              {words}
              {note ? <small>{note}</small> : null}
            </span>
          ),
        }))}
        onPick={onPick}
        onKeyDown={(event) => {
          // The key that opened the list, still held down, chooses nothing.
          if (event.key === 'Enter' && event.repeat) event.preventDefault();
        }}
      />
    </ChoiceBox>
  );
}
