import type { words as ms } from '#shared/text/ms/arrange.ts';
import type { Translation } from '#shared/text/words.ts';

export const words: Translation<typeof ms> = {
  'arrange.open': 'Arrange the queue: saved views, columns, filters',
  'arrange.title': 'How the queue is arranged',
  'arrange.views': 'Saved views',
  'arrange.views.none': 'No saved views yet.',
  'arrange.views.name': 'Name of the view',
  'arrange.views.save': 'Save what stands now',
  'arrange.views.drop': 'Delete the view {name}',
  'arrange.views.note': 'Keeps part, search, filters, order and columns. Yours, on this console only.',
  'arrange.views.nobody': 'Sign in to keep views and columns.',
  'arrange.columns': 'Columns',
  'arrange.columns.note': 'Columns show where the queue is wide; filters hold always, on the map too.',
  'arrange.filter': 'Filter the column {column}',
  'arrange.filter.hint': 'filter',
  'arrange.filter.clear': 'Drop the filters of columns',
  'arrange.earlier': 'Put the column {column} earlier',
  'arrange.later': 'Put the column {column} later',
  'arrange.reset': 'As it came',
  'arrange.done': 'Done',
  'arrange.pane.queue': 'Width of the queue',
  'arrange.pane.drawer': 'Width of the case',
  'arrange.view': 'saved view',
};
