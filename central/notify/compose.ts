import { createHash } from 'node:crypto';
import type { OutboxRow } from '#central/store/outbox-rows.ts';
import type { RotaLevel } from '#shared/contract/wire/rule-values.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { isTextKey } from '#shared/text/catalogue.ts';
import { formatMoment } from '#shared/text/format.ts';
import type { Lang } from '#shared/text/lang.ts';
import { say, sayKey } from '#shared/text/say.ts';
import type { Message } from './channel.ts';

/** What a message says beside its row. */
export interface Told {
  lang: Lang;
  demo: boolean;
  /** Number or label of the case; short name of its lead branch. */
  caseName: string;
  branch: string | null;
  /** Where the case is looked at; null when nobody said where. */
  link: string | null;
  called: RotaLevel | null;
  passed: readonly RotaLevel[];
  late: boolean;
  /** An earlier attempt may have come through. */
  again: boolean;
}

/** The words of a call, or of those that take one back, in one language. They name nobody. */
export function compose(row: OutboxRow, told: Told): Message {
  const { lang } = told;
  const name = `clock.long.${row.clock_key}`;
  const clock = isTextKey(name) ? sayKey(lang, name) : row.clock_key;
  const what = row.about === 'withdrawal' ? say(lang, 'notice.withdrawn') : whatOf(lang, row.percent);
  const lines = [
    told.branch === null
      ? say(lang, 'notice.case-unassigned', { case: told.caseName })
      : say(lang, 'notice.case', { case: told.caseName, branch: told.branch }),
    say(lang, 'notice.what', { clock, what }),
    ...(row.why === null ? [] : [sayKey(lang, `notice.why.${row.why}`)]),
    ...(row.why === 'gone' ? [] : [say(lang, 'notice.due', { due: formatMoment(lang, row.due) })]),
    ...(told.passed.length === 0
      ? []
      : [
          say(lang, 'notice.passed', {
            levels: told.passed.map((level) => sayKey(lang, `notice.level.${level}`)).join(', '),
          }),
        ]),
    ...(told.late ? [say(lang, 'notice.late', { at: formatMoment(lang, row.at) })] : []),
    ...(told.again ? [say(lang, 'notice.again')] : []),
    ...(told.link === null ? [] : [told.link]),
  ];
  const mark = told.demo ? '[DEMO] ' : '';
  return {
    id: createHash('sha256').update(row.id).digest('hex').slice(0, 40),
    subject: `${mark}${told.caseName}: ${clock}, ${what}`,
    text: `${mark}${lines.join('\n')}\n`,
    data: {
      about: row.about,
      why: row.why,
      case: told.caseName,
      branch: told.branch,
      clock: row.clock_key,
      percent: row.percent,
      level: row.level,
      called: told.called,
      passed: told.passed,
      at: isoMalaysia(row.at),
      due: row.why === 'gone' ? null : isoMalaysia(row.due),
      late: told.late,
      again: told.again,
      demo: told.demo,
      link: told.link,
    },
  };
}

function whatOf(lang: Lang, percent: number): string {
  if (percent > 100) return say(lang, 'notice.still');
  return percent === 100
    ? say(lang, 'notice.missed')
    : say(lang, 'notice.warned', { share: { t: 'percent', v: percent } });
}
