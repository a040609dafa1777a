// Canvas maps write how many incidents a mark stands for: that is how a page sees that all of them were drawn.
let missing = 0;
let tell = () => {};
const { fillText } = CanvasRenderingContext2D.prototype;
CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
  const count = Number(text);
  if (count > 0 && missing > 0) {
    missing -= count;
    if (missing <= 0) tell();
  }
  return fillText.call(this, text, ...rest);
};

/** Resolves once numbers were written, from now on, that come to most of `count`. */
export function watchNumbers(count) {
  missing = count * 0.8;
  return new Promise((resolve) => {
    tell = resolve;
  });
}
