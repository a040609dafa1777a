import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
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
  // While others are picked the key is theirs.
  const picking = usePicture((picture) => picture.marked.size > 0);
  const squad = usePicture((picture) => picture.session.user?.role === 'branch');
  const { lead, suggested, status } = detail.row;
  const due = detail.clocks.find((one) => one.key === 'kpi.assignment' && one.stoppedAt === null)?.due;
  const anew = detail.clocks.find((one) => one.key === 'kpi.reassignment' && one.stoppedAt === null)?.due;
  const answer = detail.clocks.findLast((one) => one.key === 'kpi.acknowledgement' && one.stoppedAt === null)?.due;
  const { offer, declined, former, assist } = detail.around;
  const at = (ms: number) => formatMoment(say.lang, ms, clock.now());
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
        {offer === null ? null : (
          <small>
            {offer.acceptedAt === null
              ? answer === undefined
                ? say('offer.waiting', { at: at(offer.since) })
                : say('offer.waiting.due', { at: at(offer.since), due: at(answer) })
              : say('offer.accepted', { at: at(offer.acceptedAt) })}
            {former === null ? null : ` · ${say('offer.from', { code: former.branch, at: at(former.at) })}`}
          </small>
        )}
        {declined === null ? null : (
          <small className="lead-declined">
            {say('offer.declined', {
              code: declined.branch,
              at: at(declined.at),
              reason: say(`decline.${declined.reason}`),
            })}
          </small>
        )}
        {assist.length > 0 ? <small>{say('offer.assist', { codes: assist.join(', ') })}</small> : null}
        {lead === null && anew !== undefined ? <small>{say('offer.reassign-due', { at: at(anew) })}</small> : null}
        {lead === null && suggested ? (
          <small>
            {say('drawer.lead.suggested', {
              code: suggested.branch,
              town: town(suggested.branch),
              reason: say.ref(suggested.reason),
            })}
          </small>
        ) : null}
        {lead === null && due !== undefined ? <small>{say('drawer.lead.due', { at: at(due) })}</small> : null}
      </span>
      {may && status !== 'closed' ? (
        <Button look={lead === null ? 'primary' : 'plain'} shortcut={picking ? undefined : 'A'} onClick={onAssign}>
          {say(lead === null ? 'drawer.assign' : squad ? 'offer.hand-over' : 'drawer.reassign')}
        </Button>
      ) : null}
    </div>
  );
}
