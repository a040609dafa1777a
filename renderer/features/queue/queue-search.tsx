import { Search, X } from 'lucide-react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { useSay } from '#renderer/ui/use-say.ts';

/** Finds cases by number, old label, place, kind or branch; Enter takes the first, Esc empties and leaves. */
export function QueueSearch() {
  const say = useSay();
  const { verbs } = useDesk();
  const words = usePicture((picture) => picture.filter.words);
  return (
    <search className="queue-find">
      <Search size={14} strokeWidth={1.75} aria-hidden />
      <input
        type="text"
        aria-label={say('queue.search')}
        placeholder={say('queue.search')}
        autoComplete="off"
        spellCheck={false}
        value={words}
        data-desk-search
        onChange={(event) => verbs.setFilter({ words: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation();
            verbs.setFilter({ words: '' });
            event.currentTarget.blur();
          } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
            event.preventDefault();
            document.querySelector<HTMLElement>('[data-desk-queue]')?.focus();
            if (event.key === 'Enter') verbs.select(null);
            verbs.step(1);
          }
        }}
      />
      {words === '' ? (
        <Kbd>/</Kbd>
      ) : (
        <IconButton
          icon={X}
          size={14}
          label={say('queue.search.clear')}
          onClick={() => verbs.setFilter({ words: '' })}
        />
      )}
    </search>
  );
}
