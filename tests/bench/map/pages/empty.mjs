import { plainMap } from './plain-map.mjs';

/** A map with nothing on it, and a pin of plain HTML that can be dragged. */
export function open(place) {
  plainMap(place);
  const pin = document.createElement('div');
  pin.draggable = true;
  pin.id = 'pin';
  pin.style.cssText = 'position:absolute;left:400px;top:300px;width:20px;height:20px;z-index:1000;background:#c33';
  const card = document.createElement('div');
  card.style.cssText = 'position:absolute;left:0;top:0;width:160px;height:40px;z-index:1001;background:#333';
  pin.addEventListener('dragstart', (event) => {
    event.dataTransfer.setDragImage(document.createElement('div'), 0, 0);
    document.body.append(card);
  });
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    card.style.transform = `translate(${event.clientX}px, ${event.clientY}px)`;
  });
  pin.addEventListener('dragend', () => card.remove());
  document.body.append(pin);
  return { show() {}, watch: () => Promise.resolve(), pin: () => ({ x: 410, y: 310 }) };
}
