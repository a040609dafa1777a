import { Ban, TriangleAlert } from 'lucide-react';
import type { Choice } from './choice.ts';

/** One line of the palette: code or number, what, why, and at the right by when. Refused: struck, with the reason. */
export function ChoiceRow({ choice }: { choice: Choice }) {
  const { code, title, why, side, refused, cautions = [] } = choice;
  return (
    <span className={refused === null ? 'palette-row' : 'palette-row palette-refused'}>
      {code === null ? null : <span className="code">{code}</span>}
      <b>{title}</b>
      <span className="palette-why">
        {refused === null ? (
          <>
            {cautions.length > 0 ? (
              <strong className="palette-caution">
                <TriangleAlert size={14} strokeWidth={1.75} aria-hidden /> {cautions.join(' · ')}
              </strong>
            ) : null}
            {why}
          </>
        ) : (
          <>
            <Ban size={14} strokeWidth={1.75} aria-hidden /> {refused}
          </>
        )}
      </span>
      <span className="palette-side">{side}</span>
    </span>
  );
}
