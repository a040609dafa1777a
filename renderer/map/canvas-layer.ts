import L from 'leaflet';
import { pxPerUnit, worldOrigin } from './mercator.ts';

/** What a painter needs: where the map's units lie on its canvas. All in CSS px; the context is already scaled. */
export interface PaintView {
  /** Px of one map unit. */
  k: number;
  /** The unit origin on the canvas. */
  x0: number;
  y0: number;
  width: number;
  height: number;
  /** The part of the canvas that shows at rest. */
  seen: { x: number; y: number; w: number; h: number };
}

/** Paints; true asks for another painting on the next frame. */
export type Painter = (ctx: CanvasRenderingContext2D, view: PaintView) => boolean | undefined;

/** Share of the frame that a canvas reaches beyond each edge, so that a pan needs no painting. */
const MARGIN = 0.25;
/** Of that margin, what may be used up before the next picture is made, beforehand; a patient one's turn is another frame. */
const AHEAD = 0.7;
const PATIENT_AHEAD = 0.5;
/** How much a picture may be stretched while the zoom goes on, and for how long it is waited to come to rest, ms. */
const STRETCH = 1.5;
const REST_MS = 100;

/** A picture that was painted: px of a unit, and its upper left corner in Leaflet's world px at that scale. */
interface Painted {
  k: number;
  corner: L.Point;
  size: L.Point;
}

/**
 * A canvas in a Leaflet pane: moves with the map, paints again only when told, zoomed, resized or panned past its margin.
 * A patient one is stretched while the map is being zoomed, and painted when that rests.
 */
export class CanvasLayer extends L.Layer {
  private readonly canvas: HTMLCanvasElement;
  private readonly paneName: string;
  private readonly isPatient: boolean;
  private painter: Painter | null = null;
  private frame = 0;
  private rest: ReturnType<typeof setTimeout> | undefined;
  private painted: Painted | null = null;

  constructor(paneName: string, isPatient: boolean) {
    super();
    this.paneName = paneName;
    this.isPatient = isPatient;
    this.canvas = document.createElement('canvas');
    this.canvas.setAttribute('aria-hidden', 'true');
    this.canvas.style.position = 'absolute';
    this.canvas.style.pointerEvents = 'none';
    this.canvas.style.transformOrigin = '0 0';
  }

  override onAdd(map: L.Map): this {
    (map.getPane(this.paneName) ?? map.createPane(this.paneName)).append(this.canvas);
    this.paintSoon();
    return this;
  }

  override onRemove(): this {
    clearTimeout(this.rest);
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.canvas.remove();
    return this;
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    return {
      viewreset: () => this.stretch(),
      zoom: () => this.stretch(),
      moveend: () => (this.isPatient ? this.paintAtRest() : this.paintAhead(0)),
      move: () => this.paintAhead(this.isPatient ? PATIENT_AHEAD : AHEAD),
      resize: () => this.paintSoon(),
    };
  }

  /** Puts another painter in and paints with it on the next frame. @param painter null: nothing is to be seen, and nothing costs. */
  setPainter(painter: Painter | null): void {
    this.painter = painter;
    this.paintSoon();
  }

  /** Paints on the next frame. */
  paintSoon(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.paint());
  }

  /** Where the picture lies now: its corner in the frame, px, and how much it is stretched. */
  private lies({ k, corner }: Painted): { at: L.Point; scale: number } {
    const scale = pxPerUnit(this._map.getZoom()) / k;
    const at = this._map.layerPointToContainerPoint(corner.multiplyBy(scale).subtract(this._map.getPixelOrigin()));
    return { at, scale };
  }

  /** Paints when so much of the margin is used up, as a share of it. */
  private paintAhead(share: number): void {
    if (!this.painted) return;
    const { at, scale } = this.lies(this.painted);
    if (scale !== 1) return;
    const size = this._map.getSize();
    const margin = size.multiplyBy(MARGIN).round();
    if (Math.abs(at.x + margin.x) > margin.x * share || Math.abs(at.y + margin.y) > margin.y * share) this.paintSoon();
  }

  private stretch(): void {
    if (!this.painted || !this.isPatient) {
      this.paintSoon();
      return;
    }
    const { at, scale } = this.lies(this.painted);
    L.DomUtil.setTransform(this.canvas, this._map.containerPointToLayerPoint(at), scale);
    const [end, size] = [at.add(this.painted.size.multiplyBy(scale)), this._map.getSize()];
    if (at.x > 0 || at.y > 0 || end.x < size.x || end.y < size.y) this.paintSoon();
    else if (scale > STRETCH || scale < 1 / STRETCH) this.paintNext();
    else this.paintAtRest();
  }

  /** Paints on the frame after the next: the impatient have that. */
  private paintNext(): void {
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.paintSoon();
    });
  }

  private paintAtRest(): void {
    clearTimeout(this.rest);
    this.rest = setTimeout(() => {
      if (this.painted && this.lies(this.painted).scale !== 1) this.paintSoon();
      else this.paintAhead(0);
    }, REST_MS);
  }

  private paint(): void {
    this.frame = 0;
    clearTimeout(this.rest);
    this.canvas.hidden = this.painter === null;
    if (this.painter === null) {
      // Its pixels are given back.
      this.canvas.width = 0;
      this.painted = null;
      return;
    }
    const ctx = this.canvas.getContext('2d');
    const size = this._map.getSize();
    if (!ctx || size.x === 0 || size.y === 0) return;
    const margin = size.multiplyBy(MARGIN).round();
    const corner = this._map.containerPointToLayerPoint(margin.multiplyBy(-1)).round();
    const whole = size.add(margin.multiplyBy(2));
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = [Math.round(whole.x * ratio), Math.round(whole.y * ratio)];
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
      this.canvas.style.width = `${whole.x}px`;
      this.canvas.style.height = `${whole.y}px`;
    }
    L.DomUtil.setTransform(this.canvas, corner, 1);
    const k = pxPerUnit(this._map.getZoom());
    const world = worldOrigin(k);
    const top = this._map.getPixelOrigin().add(corner);
    this.painted = { k, corner: top, size: whole };
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.clearRect(0, 0, whole.x, whole.y);
    const seen = { x: margin.x, y: margin.y, w: size.x, h: size.y };
    const view = { k, x0: world.x - top.x, y0: world.y - top.y, width: whole.x, height: whole.y, seen };
    if (this.painter(ctx, view)) this.paintSoon();
  }
}
