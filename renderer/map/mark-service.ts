import { clusterColumns, type MarkAsk, type PackedMarks } from './cluster-columns.ts';
import { PinColumns, type PinParcel } from './pin-columns.ts';

/** To the one who clusters: pins that changed, or a question by a frame of the map. */
export type MarkOrder =
  | { kind: 'pins'; parcel: PinParcel }
  | { kind: 'ask'; frame: number; stamp: number; ask: MarkAsk };

/** The answer; `stamp` is the change of pins after which it was asked. */
export interface MarkReply {
  frame: number;
  stamp: number;
  marks: PackedMarks;
}

/** Clusters copies of the pins it is sent, in the order of the messages. @returns what takes a message. */
export function createMarkService(
  reply: (message: MarkReply, handedOver: ArrayBufferLike[]) => void,
): (order: MarkOrder) => void {
  const columns = new PinColumns();
  return (order) => {
    if (order.kind === 'pins') {
      columns.take(order.parcel);
      return;
    }
    const marks = clusterColumns(columns, order.ask);
    const { x, y, radius, rank, lone, tally, from, slots } = marks;
    const buffers = [x, y, radius, rank, lone, tally, from, slots].map(({ buffer }) => buffer);
    reply({ frame: order.frame, stamp: order.stamp, marks }, buffers);
  };
}
