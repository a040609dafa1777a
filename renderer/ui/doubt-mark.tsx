import './doubt-mark.css';
import { useSay } from './use-say.ts';

/** `±` after a figure that rests on an estimated time; read aloud and shown on hover in words. */
export function DoubtMark() {
  const say = useSay();
  return (
    <span className="doubt-mark" title={say('clock.uncertain')}>
      <span aria-hidden>{say('time.mark')}</span>
      <span className="sr-only"> {say('clock.uncertain')}</span>
    </span>
  );
}
