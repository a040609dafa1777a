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

/** A canvas in a Leaflet pane: moves with the map, paints again only when told, zoomed, resized or panned past its margin. */
export class CanvasLayer extends L.Layer {
  private readonly canvas: HTMLCanvasElement;
  private readonly paneName: string;
  private painter: Painter | null = null;
  private frame = 0;
  private corner = L.point(0, 0);
  private margin = L.point(0, 0);

  constructor(paneName: string) {
    super();
    this.paneName = paneName;
    this.canvas = document.createElement('canvas');
    this.canvas.setAttribute('aria-hidden', 'true');
    this.canvas.style.position = 'absolute';
    this.canvas.style.pointerEvents = 'none';
  }

  override onAdd(map: L.Map): this {
    (map.getPane(this.paneName) ?? map.createPane(this.paneName)).append(this.canvas);
    this.paintSoon();
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.canvas.remove();
    return this;
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    const soon = () => this.paintSoon();
    return {
      viewreset: soon,
      zoom: soon,
      moveend: () => this.paintIfMoved(),
      move: () => this.paintIfBare(),
      resize: soon,
    };
  }

  /** Puts another painter in and paints with it on the next frame. */
  setPainter(painter: Painter): void {
    this.painter = painter;
    this.paintSoon();
  }

  /** Paints on the next frame. */
  paintSoon(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.paint());
  }

  /** How far the map has gone since the last painting, px. */
  private gone(): L.Point {
    return this._map.containerPointToLayerPoint(this.margin.multiplyBy(-1)).subtract(this.corner);
  }

  private paintIfMoved(): void {
    const gone = this.gone();
    if (gone.x !== 0 || gone.y !== 0) this.paintSoon();
  }

  private paintIfBare(): void {
    const gone = this.gone();
    if (Math.abs(gone.x) > this.margin.x || Math.abs(gone.y) > this.margin.y) this.paintSoon();
  }

  private paint(): void {
    this.frame = 0;
    const ctx = this.canvas.getContext('2d');
    const size = this._map.getSize();
    if (!ctx || !this.painter || size.x === 0 || size.y === 0) return;
    this.margin = size.multiplyBy(MARGIN).round();
    this.corner = this._map.containerPointToLayerPoint(this.margin.multiplyBy(-1)).round();
    const [width, height] = [size.x + 2 * this.margin.x, size.y + 2 * this.margin.y];
    const ratio = window.devicePixelRatio || 1;
    if (this.canvas.width !== Math.round(width * ratio) || this.canvas.height !== Math.round(height * ratio)) {
      this.canvas.width = Math.round(width * ratio);
      this.canvas.height = Math.round(height * ratio);
      this.canvas.style.width = `${width}px`;
      this.canvas.style.height = `${height}px`;
    }
    L.DomUtil.setPosition(this.canvas, this.corner);
    const k = pxPerUnit(this._map.getZoom());
    const world = worldOrigin(k);
    const top = this._map.getPixelOrigin().add(this.corner);
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.clearRect(0, 0, width, height);
    const seen = { x: this.margin.x, y: this.margin.y, w: size.x, h: size.y };
    const more = this.painter(ctx, { k, x0: world.x - top.x, y0: world.y - top.y, width, height, seen });
    if (more) this.paintSoon();
  }
}
