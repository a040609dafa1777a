import { useSay } from '#renderer/ui/use-say.ts';
import type { Reply } from '#shared/contract/carrier.ts';
import type { ReportPreview } from '#shared/contract/view/desk.ts';
import type { Place } from '#shared/domain/place.ts';
import { branchByCode } from '#shared/geo/branches.ts';
import { formatPercent } from '#shared/text/format.ts';
import { severityWords } from './severity-words.ts';

interface PreviewProps {
  reply: Reply<ReportPreview> | null;
  onPlace(place: Place): void;
}

/** What was understood so far: place and how surely, incident, victims, branch and why. */
export function Preview({ reply, onPlace }: PreviewProps) {
  const say = useSay();
  return (
    <section className="entry-preview" aria-label={say('entry.preview')} aria-live="polite">
      <h3>{say('entry.preview')}</h3>
      {reply === null ? <p>{say('entry.preview.empty')}</p> : null}
      {reply && !reply.ok ? <p>{say('entry.preview.failed')}</p> : null}
      {reply?.ok ? <Understood preview={reply.value} onPlace={onPlace} /> : null}
    </section>
  );
}

function Understood({ preview, onPlace }: { preview: ReportPreview; onPlace(place: Place): void }) {
  const say = useSay();
  const { place, suggested } = preview;
  return (
    <dl>
      <dt>{say('entry.preview.place')}</dt>
      <dd>
        {place ? (
          <>
            <b>{say('entry.place.row', { name: place.name, state: place.state })}</b>
            <small>
              {say('entry.preview.confidence', { percent: formatPercent(Math.round(place.confidence * 100)) })}
            </small>
          </>
        ) : (
          <b>{say('entry.preview.no-place')}</b>
        )}
      </dd>
      {preview.alternatives.length > 0 ? (
        <>
          <dt>{say('entry.preview.alternatives')}</dt>
          <dd className="entry-others">
            {preview.alternatives.slice(0, 4).map((one) => (
              <button key={`${one.name}${one.lat}${one.lon}`} type="button" onClick={() => onPlace(one)}>
                {say('entry.place.row', { name: one.name, state: one.state })}
              </button>
            ))}
          </dd>
        </>
      ) : null}
      <dt>{say('entry.preview.kind')}</dt>
      <dd>
        <b>{say(`kind.${preview.kind}`)}</b>
      </dd>
      <dt>{say('entry.preview.victims')}</dt>
      <dd>
        <b>{severityWords(say, preview.severities)}</b>
      </dd>
      <dt>{say('entry.preview.branch')}</dt>
      <dd>
        {suggested ? (
          <>
            <b>
              <span className="code">{suggested.branch}</span> {branchByCode(suggested.branch)?.short}
            </b>
            <small>{say.ref(suggested.reason)}</small>
          </>
        ) : (
          <b>{say('entry.preview.no-branch')}</b>
        )}
      </dd>
    </dl>
  );
}
