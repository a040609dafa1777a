import { useRef, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { TilesView } from '#shared/contract/view/tiles.ts';
import { TILE_LOOKS, type TileSource, tileFault } from '#shared/domain/tile-source.ts';
import { KeptTiles } from './kept-tiles.tsx';

interface TilesFormProps {
  tiles: TilesView | null;
  onClose(): void;
}

/** Address and credit of a server of tiles; wrong ones are said beside the field, with what would be right. */
export function TilesForm({ tiles, onClose }: TilesFormProps) {
  const say = useSay();
  const { engine } = useDesk();
  const form = useRef<HTMLFormElement>(null);
  const [url, setUrl] = useState(tiles?.url ?? '');
  const [credit, setCredit] = useState(tiles?.credit ?? '');
  const [look, setLook] = useState(tiles?.look ?? 'paper');
  const [tried, setTried] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const fault = tileFault(url.trim());
  const set = async (next: TileSource | null) => {
    const reply = await engine.call('session.set', { tiles: next });
    if (reply.ok) onClose();
    else setFailed(say.ref(reply.failure.message));
  };
  const save = () => {
    setTried(true);
    const source = { url: url.trim(), credit: credit.trim(), look };
    if (fault === null && source.credit !== '') return void set(source);
    const wrong = fault === null ? 'credit' : 'url';
    form.current?.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
  };
  return (
    <Dialog
      title={say('tiles.title')}
      onClose={onClose}
      foot={
        <>
          {tiles === null ? null : <Button onClick={() => void set(null)}>{say('tiles.remove')}</Button>}
          <Button onClick={onClose}>{say('desk.close')}</Button>
          <Button look="primary" onClick={save}>
            {say('tiles.save')}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        className="tiles"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p>{say('tiles.what')}</p>
        <TextField
          data-autofocus
          name="url"
          label={say('tiles.url')}
          hint={say('tiles.url.hint', { z: '{z}', x: '{x}', y: '{y}' })}
          error={tried && fault !== null ? say(`tiles.fault.${fault}`, { z: '{z}', x: '{x}', y: '{y}' }) : undefined}
          value={url}
          maxLength={500}
          spellCheck={false}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <TextField
          name="credit"
          label={say('tiles.credit')}
          hint={say('tiles.credit.hint')}
          error={tried && credit.trim() === '' ? say('tiles.fault.credit') : undefined}
          value={credit}
          maxLength={120}
          onChange={(event) => setCredit(event.currentTarget.value)}
        />
        <SelectField
          label={say('tiles.look')}
          hint={say('tiles.look.hint')}
          value={look}
          options={TILE_LOOKS.map((value) => ({ value, label: say(`tiles.look.${value}`) }))}
          onChange={({ currentTarget: { value } }) => setLook(TILE_LOOKS.find((one) => one === value) ?? look)}
        />
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
        {failed === null ? null : <p role="alert">{failed}</p>}
        {tiles === null ? null : <KeptTiles />}
      </form>
    </Dialog>
  );
}
