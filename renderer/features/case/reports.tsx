import { Link } from 'lucide-react';
import { useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { DoubtMark } from '#renderer/ui/doubt-mark.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { SourceIcon } from '#renderer/ui/source-icon.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { CaseDetail } from '#shared/contract/view/case-detail.ts';
import { formatMoment } from '#shared/text/format.ts';
import './reports.css';

type Report = CaseDetail['reports'][number];

/** What was heard, as received: source, text, times, link. A press shows the whole text. */
export function Reports({ reports }: { reports: readonly Report[] }) {
  const say = useSay();
  return (
    <section className="drawer-part" aria-label={say('drawer.reports')}>
      <h2>
        {say('drawer.reports')}{' '}
        <span>{reports.length > 1 ? say('drawer.reports.merged', { n: reports.length }) : reports.length}</span>
      </h2>
      <ul className="reports">
        {reports.map((report) => (
          <ReportLine key={report.id} report={report} />
        ))}
      </ul>
    </section>
  );
}

function ReportLine({ report }: { report: Report }) {
  const say = useSay();
  const { clock } = useDesk();
  const [open, setOpen] = useState(false);
  const [copied, setCopied] = useState(false);
  const now = clock.now();
  const received = formatMoment(say.lang, report.receivedAt, now);
  const { url } = report;
  return (
    <li className={open ? 'report report-open' : 'report'}>
      <SourceIcon source={report.source} />
      <button type="button" className="report-text" aria-expanded={open} onClick={() => setOpen(!open)}>
        {report.lost === null ? report.text : say(`drawer.lost.${report.lost}`)}
      </button>
      <time>
        {received}
        {report.uncertain ? <DoubtMark /> : null}
      </time>
      {open ? (
        <p className="report-about">
          {[say(`source.${report.source}`), report.channel, report.reporter].filter(Boolean).join(' · ')}
          <br />
          {report.publishedAt === null
            ? say('drawer.reports.received', { received })
            : say('drawer.reports.times', { published: formatMoment(say.lang, report.publishedAt, now), received })}
          {url ? (
            <span className="report-link">
              <span>{url}</span>
              <IconButton
                icon={Link}
                size={14}
                label={say('drawer.reports.link')}
                onClick={() =>
                  void navigator.clipboard.writeText(url).then(
                    () => setCopied(true),
                    () => undefined,
                  )
                }
              />
              {copied ? <em role="status">{say('drawer.reports.copied')}</em> : null}
            </span>
          ) : null}
        </p>
      ) : null}
    </li>
  );
}
