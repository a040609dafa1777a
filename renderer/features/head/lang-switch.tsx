import { useDesk } from '#renderer/app/desk-context.ts';
import { Segments } from '#renderer/ui/segments.tsx';
import { useSay } from '#renderer/ui/use-say.ts';

/** The languages by their own short names, the same in both. */
const LANGS = [
  { value: 'ms', node: 'BM' },
  { value: 'en', node: 'EN' },
] as const;

/** Bahasa Melayu or English, at once. */
export function LangSwitch() {
  const say = useSay();
  const { verbs } = useDesk();
  return <Segments label={say('desk.lang')} value={say.lang} options={LANGS} onPick={verbs.setLang} look="switch" />;
}
