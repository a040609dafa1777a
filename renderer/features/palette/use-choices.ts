import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { actToTakeBack, takeBack } from '#renderer/app/take-back.ts';
import { useDuty } from '#renderer/app/use-duty.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { SavedView } from '#shared/contract/view/arrangement.ts';
import type { Place } from '#shared/domain/place.ts';
import { branches } from '#shared/geo/branches.ts';
import { actChoices } from './act-choices.ts';
import { assignChoices } from './assign-choices.ts';
import { assistChoices } from './assist-choices.ts';
import type { Choice } from './choice.ts';
import { clearedText } from './command-text.ts';
import { fitBranches } from './fit-branches.ts';
import { caseChoice, whereChoices } from './go-choices.ts';
import { type Named, nameCases } from './name-cases.ts';
import { pickChoices } from './pick-choices.ts';
import { type Reading, readCommand } from './read-command.ts';
import { filterChoices, screenChoices, viewChoices } from './screen-choices.ts';
import { useCandidates, useDetail } from './use-engine-words.ts';
import { useFound } from './use-found.ts';
import { verbChoices } from './verb-choices.ts';

/** What the palette shows under its line. */
export interface PaletteView {
  reading: Reading;
  named: Named;
  choices: Choice[];
}

const NO_VIEWS: readonly SavedView[] = [];
const NO_PLACES: readonly Place[] = [];

/** Reads the line and says what it could do just now. */
export function useChoices(text: string): PaletteView {
  const say = useSay();
  const desk = useDesk();
  const { clock, verbs, engine } = desk;
  const rows = usePicture((picture) => picture.rows);
  const shown = usePicture((picture) => picture.board?.shown ?? null);
  const pickable = usePicture((picture) => picture.board?.pickable ?? null);
  const filter = usePicture((picture) => picture.filter);
  const selected = usePicture((picture) => picture.selectedCase);
  const marked = usePicture((picture) => picture.marked);
  const lastAct = usePicture((picture) => picture.lastAct);
  const role = usePicture((picture) => picture.session.user?.role ?? null);
  const views = usePicture((picture) => picture.session.arrangement?.views ?? NO_VIEWS);
  const now = clock.now();
  const reading = useMemo(() => readCommand(text), [text]);
  const named = useMemo(
    () =>
      nameCases(reading.refs, {
        shown: (shown ?? []).map(({ row }) => row),
        rows: rows ?? new Map(),
        open: marked.size > 0 ? [...marked] : selected === null ? [] : [selected],
        now: clock.now(),
      }),
    [reading, shown, rows, marked, selected, clock],
  );
  const { verb, rest } = reading;
  const ids = named.cases.map((row) => row.case);
  const branchWanted = verb === 'assign' || verb === 'assist';
  const meant = branchWanted && rest !== '' ? (fitBranches(rest, [], branches)[0]?.branch.code ?? null) : null;
  const candidates = useCandidates(branchWanted && named.unclear.length === 0 ? ids : [], meant);
  const duty = useDuty(verb === 'assign');
  const detail = useDetail(verb === null || verb === 'assign' ? null : (ids[0] ?? null));
  const looking = useDeferredValue(verb === null || verb === 'go' ? rest : '');
  const found = useFound(looking);
  const [places, setPlaces] = useState<readonly Place[]>(NO_PLACES);
  useEffect(() => {
    setPlaces(NO_PLACES);
    if (looking.trim().length < 3) return;
    let stale = false;
    void engine.call('place.find', { query: looking }).then((reply) => {
      if (!stale && reply.ok) setPlaces(reply.value.slice(0, 3));
    });
    return () => {
      stale = true;
    };
  }, [engine, looking]);

  const choicesOf = (): Choice[] => {
    const [unclear] = named.unclear;
    if (unclear) {
      return unclear.ways.map(({ say: words, cases: [first] }) => ({
        ...(first ? caseChoice(first, now, verbs, say) : { code: null, title: words, why: '', refused: null }),
        id: words,
        side: words.startsWith('#')
          ? say('palette.unclear.row', { n: Number(words.slice(1)) })
          : say('palette.unclear.number', { number: words }),
        verb: say('palette.choose'),
        deed: { kind: 'fill', text: clearedText(text, unclear.ref, words) },
      }));
    }
    const cases = (most: number) => named.cases.slice(0, most).map((row) => caseChoice(row, now, verbs, say));
    if (verb === 'assign') {
      return named.cases.length === 0 ? [] : assignChoices({ reading, cases: named.cases, candidates, duty, now }, say);
    }
    if (verb === 'assist') return assistChoices({ rest, cases: named.cases, candidates, detail }, say);
    if (verb === 'undo') {
      const act = actToTakeBack(lastAct);
      const title = say('act.undo');
      const refused = act === null ? say('palette.undo.none') : null;
      const ask = () => {
        if (act !== null) void takeBack(desk, act, 'command');
      };
      const why = refused ?? say('palette.undo.last');
      return [{ id: 'undo', code: null, title, why, side: '', refused, deed: { kind: 'ask', ask } }];
    }
    const picks = () => pickChoices(rest, { cases: pickable ?? [], filter }, verbs, say);
    if (verb === 'filter')
      return [...viewChoices(rest, views, verbs, say), ...picks(), ...filterChoices(rest, verbs, say)];
    if (verb === 'go' || verb === null) {
      const looked = found.flatMap((hit) => {
        const row = rows?.get(hit.case);
        if (!row) return [];
        const choice = caseChoice(row, now, verbs, say);
        return [hit.text === null ? choice : { ...choice, why: `${choice.why} · ${hit.text}` }];
      });
      const where = whereChoices(rest, places, verbs, say);
      const screens = [...viewChoices(rest, views, verbs, say), ...screenChoices(rest, role, verbs, say)];
      if (verb === 'go') {
        const asked = reading.refs.length > 0 ? cases(7) : [];
        if (rest === '') return asked.length > 0 ? asked : screens;
        // Somebody who says where to means a place: a screen of that name comes behind.
        return reading.aimed
          ? [...asked, ...where, ...looked, ...screens]
          : [...asked, ...screens, ...looked, ...where];
      }
      if (rest === '') return [...verbChoices('', say), ...screens];
      return [
        ...verbChoices(rest, say),
        ...screens,
        ...looked,
        ...where,
        ...picks(),
        ...filterChoices(rest, verbs, say),
      ];
    }
    const forSquad = role !== 'branch';
    const allowed = detail?.allowed ?? [];
    return actChoices({ verb, reading, cases: named.cases, allowed, forSquad, verbs }, say);
  };
  return { reading, named, choices: choicesOf() };
}
