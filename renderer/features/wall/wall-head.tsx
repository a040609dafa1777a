import { sayAge } from '#renderer/app/data-age.ts';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { type Say, useSay } from '#renderer/ui/use-say.ts';
import type { WallPicture } from '#shared/contract/view/wall.ts';
import { formatMoment, formatTime } from '#shared/text/format.ts';
import type { WallCounts } from './wall-counts.ts';
import type { WallTrouble } from './wall-staleness.ts';

interface WallHeadProps {
  picture: WallPicture;
  counts: WallCounts;
  trouble: WallTrouble | null;
  /** ms since 1970. */
  now: number;
}

const GLYPH = 60;

/** Name, four large counts, the time, the link to central in a word and the age of the data. */
export function WallHead({ picture, counts, trouble, now }: WallHeadProps) {
  const say = useSay();
  const items = [
    { name: 'missed', urgency: 'missed', n: counts.missed, words: say('wall.late') },
    { name: 'warned', urgency: 'warned', n: counts.warned, words: say('wall.warned') },
    { name: 'running', urgency: 'running', n: counts.running, words: say('wall.on-time') },
    { name: 'unassigned', urgency: 'running', n: counts.unassigned, words: say('wall.unassigned') },
  ] as const;
  const link = trouble?.cause === 'lost' ? 'silent' : picture.link.link;
  return (
    <header className="wall-head">
      <div className="wall-name">
        <h1>{say('wall.name')}</h1>
        <span>{say('wall.map')}</span>
      </div>
      <ul className="wall-counts" aria-label={say('wall.counts')}>
        {items.map((item) => (
          <li key={item.name} className={`wall-count-${item.name}`} data-zero={item.n === 0 ? '' : undefined}>
            <UrgencyGlyph urgency={item.urgency} size={GLYPH} unassigned={item.name === 'unassigned'} />
            <b className="wall-number">{item.n}</b>
            <span className="wall-words">{item.words}</span>
          </li>
        ))}
      </ul>
      <div className="wall-time">
        <time>{formatTime(now)}</time>
        <span className="wall-link">{say(`desk.link.${link}`)}</span>
        <span>{dataWords(picture, trouble, now, say)}</span>
      </div>
    </header>
  );
}

/** While fresh how old the data is, when stale of when it is. */
function dataWords(picture: WallPicture, trouble: WallTrouble | null, now: number, say: Say): string {
  const { syncedAt } = picture.link;
  if (syncedAt === null) return say('wall.no-data');
  return trouble
    ? say('wall.data-at', { at: formatMoment(say.lang, syncedAt, now) })
    : say('wall.data-age', { age: sayAge(say, now - syncedAt) });
}
