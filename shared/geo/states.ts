import statesJson from '#data/states.json';
import type { StateName } from './state-name.ts';

/** Which of the two linked map frames shows a state. */
export type MapFrame = 'semenanjung' | 'borneo';

/** A state or federal territory: on-screen code, label position and capital, in WGS 84 degrees. */
export interface State {
  readonly code: string;
  readonly name: StateName;
  readonly frame: MapFrame;
  readonly labelLat: number;
  readonly labelLon: number;
  readonly capital: {
    readonly name: string;
    readonly lat: number;
    readonly lon: number;
  };
}

/** The 13 states and 3 federal territories. */
export const states = statesJson as readonly State[];
