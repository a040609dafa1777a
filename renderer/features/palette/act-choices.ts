import type { Desk } from '#renderer/app/desk-context.ts';
import type { Say } from '#renderer/ui/use-say.ts';
import type { Act } from '#shared/contract/acts.ts';
import type { CaseDetail } from '#shared/contract/view/case-detail.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import { OUTCOMES, offeredPauseReasons, PAUSE_REASONS, TOLD_BY } from '#shared/domain/case-status.ts';
import { SEVERITIES } from '#shared/domain/incident-kind.ts';
import { sayKey } from '#shared/text/say.ts';
import type { Choice } from './choice.ts';
import type { Verb } from './command-words.ts';
import { fitsWords } from './fit-words.ts';
import type { Reading } from './read-command.ts';

type CaseVerb = Exclude<Verb, 'assign' | 'assist' | 'undo' | 'go' | 'filter'>;

interface ActAsk {
  verb: CaseVerb;
  reading: Reading;
  cases: readonly QueueRow[];
  allowed: CaseDetail['allowed'];
  /** True when who sits here records it for the squad. */
  forSquad: boolean;
  verbs: Pick<Desk['verbs'], 'ask'>;
}

/** One way an act may be made: its word in the catalogue and the act; `form`: only the drawer's form can ask the rest. */
interface Way {
  key: string;
  act: Act | 'form';
}

/** Pauses that owe more than a word: what for, or when the family is seen again. */
const FORM_ALONE: ReadonlySet<string> = new Set(['other', 'family-not-ready']);

/** The ways the act of a command may be made, those that the words typed fit. */
export function actChoices(ask: ActAsk, say: Say): Choice[] {
  const { verb, reading, cases, allowed, verbs } = ask;
  const [first] = cases;
  if (!first) return [];
  const verdict = allowed.find(({ act }) => act === verb);
  const refused = verdict?.verdict === 'no' && verdict.why ? say.ref(verdict.why) : null;
  const words = [reading.rest, reading.reason].filter(Boolean).join(' ');
  const name = say.key(`act.${verb}`);
  if (verb === 'note') {
    const empty = words === '';
    const title = empty ? say('palette.note.empty') : say('palette.note', { text: words });
    const act: Act = { kind: 'note', cases: cases.map((row) => row.case), text: words };
    return [line('note', name, title, empty ? say('palette.note.empty') : refused, { kind: 'commit', act })];
  }
  // A refusal is of the act, however it were made: it is told once.
  if (refused !== null) return [line(verb, name, '', refused, { kind: 'ask', ask: () => {} })];
  const ways = waysOf(ask);
  const fitting = ways.filter(({ key }) => fitsWords(words, `${sayKey('ms', key)} ${sayKey('en', key)}`));
  return (fitting.length > 0 ? fitting : ways).map(({ key, act }) => {
    const title = key === `act.${verb}` ? '' : say.key(key);
    if (act !== 'form') return line(key, name, title, null, { kind: 'commit', act });
    const form = () => verbs.ask({ case: first.case, act: verb });
    return { ...line(key, name, title, null, { kind: 'ask', ask: form }), side: say('palette.form') };
  });
}

function line(id: string, title: string, why: string, refused: string | null, deed: Choice['deed']): Choice {
  return { id, code: null, title, why: refused ?? why, side: '', refused, deed };
}

function waysOf({ verb, cases: rows, forSquad }: ActAsk): Way[] {
  const cases = rows.map((row) => row.case);
  switch (verb) {
    case 'pause':
      return PAUSE_REASONS.filter((reason) =>
        rows.every(({ severity }) => offeredPauseReasons(severity).includes(reason)),
      ).map((reason) => ({
        key: `pause.${reason}`,
        act: FORM_ALONE.has(reason) ? 'form' : { kind: 'pause', cases, reason },
      }));
    case 'close':
      return OUTCOMES.map((outcome) => ({
        key: `outcome.${outcome}`,
        act: outcome === 'other' ? 'form' : { kind: 'close', cases, outcome },
      }));
    case 'triage':
      return [
        ...(['high', 'normal'] as const).map(
          (priority): Way => ({ key: `priority.${priority}`, act: { kind: 'triage', cases, priority } }),
        ),
        ...SEVERITIES.map(
          (severity): Way => ({ key: `severity.${severity}`, act: { kind: 'triage', cases, severity } }),
        ),
      ];
    case 'acknowledge':
      if (!forSquad) return [{ key: 'act.acknowledge', act: { kind: 'acknowledge', cases } }];
      return TOLD_BY.map((how) => ({ key: `told.${how}`, act: { kind: 'acknowledge', cases, told: { how } } }));
    case 'resume':
      return [{ key: 'act.resume', act: { kind: 'resume', cases } }];
    default:
      return [];
  }
}
