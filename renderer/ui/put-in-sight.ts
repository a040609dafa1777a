const EDGE_PX = 8;

/** Places a floating element at a point of the window, moved so far that all of it is in sight. */
export function putInSight(element: HTMLElement, at: { x: number; y: number }): void {
  const { offsetWidth, offsetHeight } = element;
  const left = Math.min(at.x, window.innerWidth - offsetWidth - EDGE_PX);
  const top = Math.min(at.y, window.innerHeight - offsetHeight - EDGE_PX);
  element.style.left = `${Math.max(EDGE_PX, left)}px`;
  element.style.top = `${Math.max(EDGE_PX, top)}px`;
}
