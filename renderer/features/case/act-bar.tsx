import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { actName } from '#renderer/app/act-name.ts';
import { Button } from '#renderer/ui/button.tsx';
import { MenuItem, PointMenu } from '#renderer/ui/point-menu.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { ActKind } from '#shared/contract/acts.ts';
import type { CaseDetail } from '#shared/contract/view/case-detail.ts';
import { nextActs } from './next-acts.ts';
import './acts.css';

interface ActBarProps {
  detail: CaseDetail;
  /** The act whose form is open. */
  open: ActKind | null;
  onAct(act: ActKind): void;
}

/** What comes next for the case, the next sensible act in front; the rest in a menu, refused ones with their reason. */
export function ActBar({ detail, open, onAct }: ActBarProps) {
  const say = useSay();
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null);
  const { first, rest } = nextActs(detail.allowed, detail.row.status, detail.row.clocks);
  if (detail.row.readOnly || first.length + rest.length === 0) return null;
  const why = new Map(detail.allowed.map((one) => [one.act, one]));
  return (
    <fieldset className="act-bar" aria-label={say('act.bar')}>
      {first.map((act) => (
        <Button
          key={act}
          aria-expanded={open === act}
          className={open === act ? 'act-open' : ''}
          onClick={() => onAct(act as ActKind)}
        >
          {say.key(`act.${act}`)}
        </Button>
      ))}
      {rest.length > 0 ? (
        <Button
          aria-haspopup="menu"
          onClick={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            setMenu({ x: box.left, y: box.bottom });
          }}
        >
          {say('act.more')}
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
        </Button>
      ) : null}
      {menu ? (
        <PointMenu at={menu} label={say('act.more')} onClose={() => setMenu(null)}>
          {rest.map((act) => {
            const told = why.get(act);
            const refused = told?.verdict === 'no';
            return (
              <MenuItem
                key={act}
                disabled={refused}
                note={told?.why && refused ? say.ref(told.why) : undefined}
                onPick={() => onAct(act as ActKind)}
              >
                {actName(act, detail, say)}
              </MenuItem>
            );
          })}
        </PointMenu>
      ) : null}
    </fieldset>
  );
}
