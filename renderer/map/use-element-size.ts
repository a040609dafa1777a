import { useEffect, useState } from 'react';

/** Inner size of an element in whole CSS px, followed as it changes; 0 × 0 before the first reading. */
export function useElementSize(element: Element | null): { w: number; h: number } {
  const [size, setSize] = useState({ w: 0, h: 0 });
  useEffect(() => {
    if (!element) return;
    const watcher = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const [w, h] = [Math.round(entry.contentRect.width), Math.round(entry.contentRect.height)];
      setSize((old) => (old.w === w && old.h === h ? old : { w, h }));
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [element]);
  return size;
}
