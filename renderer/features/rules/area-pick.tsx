import { SelectField } from '#renderer/ui/field.tsx';
import { Segments } from '#renderer/ui/segments.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { stateWeeks } from '#shared/clocks/calendar/state-weeks.ts';
import type { Scope } from '#shared/domain/person-role.ts';
import { branchByCode, branches } from '#shared/geo/branches.ts';

const KINDS = ['branch', 'state', 'hq'] as const;

/** Whose duties are shown: an office, a state, or headquarters. */
export function AreaPick({ area, onArea }: { area: Scope; onArea(area: Scope): void }) {
  const say = useSay();
  const turn = (kind: Scope['kind']) => {
    if (kind === area.kind) return;
    if (kind === 'hq') return onArea({ kind });
    const state = area.kind === 'branch' ? branchByCode(area.branch)?.state : undefined;
    if (kind === 'state') return onArea({ kind, state: state ?? stateWeeks[0]?.name ?? '' });
    const near = branches.find((one) => area.kind === 'state' && one.state === area.state) ?? branches[0];
    onArea({ kind, branch: near?.code ?? '' });
  };
  const options =
    area.kind === 'branch'
      ? branches.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }))
      : stateWeeks.map(({ name }) => ({ value: name, label: name }));
  return (
    <div className="area-pick">
      <Segments<Scope['kind']>
        look="switch"
        label={say('rota.area')}
        value={area.kind}
        options={KINDS.map((value) => ({ value, node: say(`rota.area.${value}`) }))}
        onPick={turn}
      />
      {area.kind === 'hq' ? null : (
        <SelectField
          bareLabel
          label={say('rota.which')}
          value={area.kind === 'branch' ? area.branch : area.state}
          options={options}
          onChange={({ target: { value } }) =>
            onArea(area.kind === 'branch' ? { kind: 'branch', branch: value } : { kind: 'state', state: value })
          }
        />
      )}
    </div>
  );
}
