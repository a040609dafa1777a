import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { formatTime } from '#shared/text/format.ts';
import type { RulerBin } from './ruler-bins.ts';

export interface RulerMarkProps {
  bin: RulerBin;
  /** It lies before now, or at the very end: its count stands to the left. */
  late: boolean;
  /** CSS left. */
  left: string;
  pressed: boolean;
  onPick(): void;
}

/** The clocks of one stretch: the worst shape, and how many when more than one. Click filters queue and map to it. */
export function RulerMark({ bin, late, left, pressed, onPick }: RulerMarkProps) {
  const say = useSay();
  const words = say('ruler.bin', {
    n: bin.total,
    from: formatTime(bin.from),
    to: formatTime(bin.to - 1),
    late: bin.missed,
    warned: bin.warned,
    running: bin.running,
  });
  return (
    <button
      type="button"
      className={late ? 'ruler-mark ruler-mark-late' : 'ruler-mark'}
      style={{ left }}
      aria-pressed={pressed}
      aria-label={words}
      title={words}
      onClick={onPick}
    >
      <UrgencyGlyph urgency={bin.worst} size={14} />
      {bin.total > 1 ? bin.total : null}
    </button>
  );
}
