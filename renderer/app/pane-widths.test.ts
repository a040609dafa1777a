import { describe, expect, it } from 'vitest';
import { allowedWidth } from './pane-widths.ts';

describe('allowedWidth', () => {
  it('keeps panes readable and the map in sight', () => {
    expect(allowedWidth('queue', 500, 1440, 368)).toBe(500);
    expect(allowedWidth('queue', 900, 1440, 368)).toBe(553);
    expect(allowedWidth('queue', 10, 1440, 368)).toBe(300);
    expect(allowedWidth('drawer', 10, 1440, 392)).toBe(320);
    expect(allowedWidth('queue', 400, 960, 600)).toBe(300);
  });
});
