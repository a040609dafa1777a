import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { CaseDetail } from '#shared/contract/view/case-detail.ts';
import { branchByCode } from '#shared/geo/branches.ts';
import { formatMoment } from '#shared/text/format.ts';

interface LeadBranchProps {
  detail: CaseDetail;
  may: boolean;
  onAssign(): void;
}

/** Who leads the case and why, or by when somebody must; the button that changes it. */
export function LeadBranch({ detail, may, onAssign }: LeadBranchProps) {
  const say = useSay();
  const { clock } = useDesk();
  const { lead, suggested, status } = detail.row;
  const due = detail.clocks.find((one) => one.key === 'kpi.assignment' && one.stoppedAt === null)?.due;
  const town = (code: string) => branchByCode(code)?.short ?? code;
  return (
    <div className="lead">
      <span className="code">{lead ?? '–'}</span>
      <span className="lead-words">
        <b>{lead === null ? say('drawer.lead.none') : town(lead)}</b>
        {branchByCode(lead ?? suggested?.branch ?? '')?.verified === false ? (
          <small>{say('branch.unverified')}</small>
        ) : null}
        {lead !== null && detail.leadReason ? <small>{say.ref(detail.leadReason)}</small> : null}
        {lead === null && suggested ? (
          <small>
            {say('drawer.lead.suggested', {
              code: suggested.branch,
              town: town(suggested.branch),
              reason: say.ref(suggested.reason),
            })}
          </small>
        ) : null}
        {lead === null && due !== undefined ? (
          <small>{say('drawer.lead.due', { at: formatMoment(say.lang, due, clock.now()) })}</small>
        ) : null}
      </span>
      {may && status !== 'closed' ? (
        <Button look={lead === null ? 'primary' : 'plain'} shortcut="A" onClick={onAssign}>
          {say(lead === null ? 'drawer.assign' : 'drawer.reassign')}
        </Button>
      ) : null}
    </div>
  );
}
