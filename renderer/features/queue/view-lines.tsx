import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { takeView, viewOf, withView } from '#renderer/app/board/saved-views.ts';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { FIRST_ARRANGEMENT, type SavedView } from '#shared/contract/view/arrangement.ts';

/** Saved views: one press takes one; what stands now is kept under a name. */
export function ViewLines({ onTaken, signedIn }: { onTaken(): void; signedIn: boolean }) {
  const say = useSay();
  const { verbs, picture } = useDesk();
  const arrangement = usePicture(({ session }) => session.arrangement ?? FIRST_ARRANGEMENT);
  const [name, setName] = useState('');
  const { views } = arrangement;
  const take = (view: SavedView) => {
    takeView(view, verbs);
    onTaken();
  };
  const save = () => {
    if (name.trim() === '') return;
    verbs.arrange({ views: withView(views, viewOf(name.trim(), picture())) });
    setName('');
  };
  return (
    <section className="arrange-part" aria-label={say('arrange.views')}>
      <h3>{say('arrange.views')}</h3>
      {views.length === 0 ? <p className="arrange-note">{say('arrange.views.none')}</p> : null}
      <ul className="arrange-list">
        {views.map((view) => (
          <li key={view.name}>
            <button type="button" className="arrange-view" onClick={() => take(view)}>
              {view.name}
            </button>
            <IconButton
              icon={Trash2}
              size={14}
              label={say('arrange.views.drop', { name: view.name })}
              onClick={() => verbs.arrange({ views: views.filter((one) => one.name !== view.name) })}
            />
          </li>
        ))}
      </ul>
      <form
        className="arrange-save"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <input
          type="text"
          className="control"
          maxLength={40}
          aria-label={say('arrange.views.name')}
          placeholder={say('arrange.views.name')}
          value={name}
          disabled={!signedIn}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" disabled={!signedIn || name.trim() === ''}>
          {say('arrange.views.save')}
        </Button>
      </form>
      <p className="arrange-note">{say(signedIn ? 'arrange.views.note' : 'arrange.views.nobody')}</p>
    </section>
  );
}
