// Canvas maps write how many incidents a mark stands for: that is how a page sees that all of them were drawn.
let written = 0;
const { fillText } = CanvasRenderingContext2D.prototype;
CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
  const count = Number(text);
  if (count > 0) written += count;
  return fillText.call(this, text, ...rest);
};

/** From now on: whether numbers were written that come to most of `count`. */
export function watchNumbers(count) {
  written = 0;
  return () => written >= count * 0.8;
}
