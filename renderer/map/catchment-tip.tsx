import type { CSSProperties } from 'react';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Branch } from '#shared/domain/branch.ts';
import { GhostDuty } from './ghost-duty.tsx';

/** What a catchment is, and how its office stands; never official, and says so. */
export function CatchmentTip(props: {
  branch: Branch;
  load: { active: number; late: number; duty?: readonly string[] } | undefined;
  style: CSSProperties;
}) {
  const { branch, load, style } = props;
  const say = useSay();
  return (
    <aside className="map-tip" style={style} data-tip={branch.code}>
      <b>{say('map.branch', { code: branch.code, town: branch.short })}</b>
      <dl>
        <dt>{say('map.tip.active')}</dt>
        <dd>{load?.active ?? 0}</dd>
        <dt>{say('map.tip.late')}</dt>
        <dd>{load?.late ?? 0}</dd>
      </dl>
      {load?.duty ? (
        <p className="map-tip-duty">
          <GhostDuty duty={load.duty} />
        </p>
      ) : null}
      <small>{say('map.tip.nearest')}</small>
      {!branch.verified && <small className="map-tip-doubt">{say('map.tip.unverified')}</small>}
    </aside>
  );
}
