/** Waits until a frame has been drawn. */
const drawn = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  });

/** ms from the call until what it changed was drawn. */
export async function untilDrawn(work) {
  await drawn();
  const began = performance.now();
  await work();
  await drawn();
  return performance.now() - began;
}

/** Scrolls a box to and fro for `ms`, so many px a frame. Gives how long each frame took, ms. */
export async function scrollFrames(box, ms, step) {
  const frames = [];
  const until = performance.now() + ms;
  let before = await new Promise(requestAnimationFrame);
  let way = 1;
  while (before < until) {
    const end = box.scrollHeight - box.clientHeight;
    if (box.scrollTop >= end - step) way = -1;
    if (box.scrollTop <= 0) way = 1;
    box.scrollTop += way * step;
    const at = await new Promise(requestAnimationFrame);
    frames.push(at - before);
    before = at;
  }
  return frames;
}

/** Gives the page's works to the bench: each answers ms, but for `scroll`, which answers its frames. */
export function offer(works) {
  window.bench = works;
}
