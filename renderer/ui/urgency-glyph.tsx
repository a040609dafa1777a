import { circlePath, pauseBarsPath, tickPath, type UrgencyName, urgencyPath } from './urgency-shape.ts';

export interface UrgencyGlyphProps {
  urgency: UrgencyName;
  /** Side in px; 16 unless told. */
  size?: number;
  /** Draws the second outline round the shape: no branch leads the case. */
  unassigned?: boolean;
  /** What a screen reader says; without it the glyph is decoration beside words. */
  label?: string;
  className?: string;
}

const INKS: Record<UrgencyName, { fill: string; stroke: string }> = {
  missed: { fill: 'var(--saga-fill)', stroke: 'var(--saga)' },
  warned: { fill: 'var(--kunyit-fill)', stroke: 'var(--kunyit)' },
  running: { fill: 'var(--run-fill)', stroke: 'var(--run)' },
  paused: { fill: 'none', stroke: 'var(--pause)' },
  met: { fill: 'none', stroke: 'var(--ink-3)' },
};

/** The shape of an urgency as inline SVG; colours come from the theme's tokens. */
export function UrgencyGlyph({ urgency, size = 16, unassigned = false, label, className }: UrgencyGlyphProps) {
  const radius = (unassigned ? 0.36 : 0.63) * (size / 2);
  const { fill, stroke } = INKS[urgency];
  const half = size / 2;
  const width = size > 30 ? size / 18 : 1.5;
  const svg = (
    <svg
      aria-hidden="true"
      {...(className === undefined ? {} : { className })}
      width={size}
      height={size}
      viewBox={`${-half} ${-half} ${size} ${size}`}
      style={{ flex: 'none', verticalAlign: '-0.2em', overflow: 'visible' }}
      fill="none"
      strokeWidth={width}
      strokeLinejoin="round"
    >
      {unassigned && <path d={circlePath(half * 0.78)} stroke="var(--ink)" strokeWidth={width * 0.83} />}
      <path
        d={urgencyPath(urgency, radius)}
        fill={fill}
        stroke={stroke}
        {...(urgency === 'paused' ? { strokeDasharray: `${width * 1.6} ${width * 1.33}` } : {})}
      />
      {urgency === 'paused' && <path d={pauseBarsPath(radius)} stroke={stroke} />}
      {urgency === 'met' && <path d={tickPath(radius)} stroke="var(--ink-2)" />}
    </svg>
  );
  return label === undefined ? (
    svg
  ) : (
    <span role="img" aria-label={label}>
      {svg}
    </span>
  );
}
