import { z } from 'zod';

/** Columns of the queue's table, in the order they first stand in; the last two are shown when asked for. */
export const QUEUE_COLUMNS = ['clock', 'number', 'what', 'where', 'lead', 'source', 'status', 'received'] as const;
export const queueColumnSchema = z.enum(QUEUE_COLUMNS);
export type QueueColumn = z.infer<typeof queueColumnSchema>;

export const queueSortSchema = z.strictObject({ column: queueColumnSchema, descending: z.boolean() });
/** The queue ordered by a column within each group of urgency. */
export type QueueSort = z.infer<typeof queueSortSchema>;

const columns = z.array(queueColumnSchema).min(1).max(QUEUE_COLUMNS.length);

/** What one column must say: words in any order. */
export const columnWordsSchema = z.partialRecord(queueColumnSchema, z.string().max(80));
export type ColumnWords = z.infer<typeof columnWordsSchema>;

/** What cases are told apart by in the heads of the queue: how urgent, which clock leads, what, where, whose, whence. */
export const QUEUE_FACETS = ['urgency', 'promise', 'severity', 'kind', 'state', 'lead', 'source', 'status'] as const;
export type QueueFacet = (typeof QUEUE_FACETS)[number];

/** The values a facet may have, any of them; a facet with none picked narrows nothing. */
export const facetPicksSchema = z.partialRecord(z.enum(QUEUE_FACETS), z.array(z.string().max(60)).max(100));
export type FacetPicks = z.infer<typeof facetPicksSchema>;

/** A way to look at the queue, kept under a name. */
export const savedViewSchema = z.strictObject({
  name: z.string().trim().min(1).max(40),
  tab: z.enum(['open', 'unassigned', 'conflict', 'closed']),
  words: z.string().max(200),
  columnWords: columnWordsSchema,
  picks: facetPicksSchema.optional(),
  sort: z.array(queueSortSchema).max(4),
  columns,
});
export type SavedView = z.infer<typeof savedViewSchema>;

/** How one person arranged the desk of this console: kept here, never sent. Widths in px, null as the desk comes. */
export const arrangementSchema = z.strictObject({
  columns,
  queuePx: z.int().min(280).max(1_600).nullable(),
  drawerPx: z.int().min(280).max(1_200).nullable(),
  views: z.array(savedViewSchema).max(30),
});
export type Arrangement = z.infer<typeof arrangementSchema>;

export const FIRST_ARRANGEMENT: Arrangement = {
  columns: ['clock', 'number', 'what', 'where', 'lead', 'source'],
  queuePx: null,
  drawerPx: null,
  views: [],
};
