import { Building2, type LucideIcon, MessageSquare, Newspaper, Phone, Shield, Tv, Users } from 'lucide-react';
import type { Source } from '#shared/domain/incident-kind.ts';
import { useSay } from './use-say.ts';

const ICONS: Readonly<Record<Source, LucideIcon>> = {
  press: Newspaper,
  electronic: Tv,
  social: MessageSquare,
  agency: Shield,
  community: Users,
  hotline: Phone,
  branch: Building2,
};

/** Where a report came from, as an icon with its word for screen readers and on hover. */
export function SourceIcon({ source, size = 14 }: { source: Source; size?: 14 | 16 }) {
  const say = useSay();
  const Icon = ICONS[source];
  const word = say(`source.${source}`);
  return (
    <span role="img" aria-label={word} title={word} className="source-icon">
      <Icon size={size} strokeWidth={1.75} aria-hidden />
    </span>
  );
}
