import { Funnel } from 'lucide-react';
import { useCallback, useState } from 'react';
import { usePicture } from '#renderer/app/use-picture.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import type { QueueFacet } from '#shared/contract/view/arrangement.ts';
import { FacetMenu } from './facet-menu.tsx';

export interface FacetButtonProps {
  facets: readonly QueueFacet[];
  label: string;
  /** Found by the desk's key for filters. */
  isKeyed?: boolean;
}

/** Opens the values of some facets under itself; its funnel is filled while any of them narrows. */
export function FacetButton({ facets, label, isKeyed = false }: FacetButtonProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const narrowed = usePicture(({ filter }) => facets.some((facet) => (filter.picks?.[facet]?.length ?? 0) > 0));
  const close = useCallback(() => setAnchor(null), []);
  return (
    <>
      <IconButton
        icon={Funnel}
        size={14}
        label={label}
        className="facet-button"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        data-narrowed={narrowed ? '' : undefined}
        data-desk-filter={isKeyed ? '' : undefined}
        onClick={({ currentTarget }) => setAnchor((before) => (before === null ? currentTarget : null))}
      />
      {anchor === null ? null : <FacetMenu facets={facets} label={label} anchor={anchor} onClose={close} />}
    </>
  );
}
