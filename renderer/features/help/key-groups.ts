/** Keys, and what the mouse does with them, as the help shows them; what keys do is decided by the desk's own map of keys. */
export const KEY_GROUPS = [
  {
    title: 'help.queue',
    keys: [
      { keys: ['J', 'K'], words: 'help.move' },
      { keys: ['T'], words: 'help.next-unassigned' },
      { keys: ['/'], words: 'help.search' },
      { keys: ['F'], words: 'help.filter' },
      { keys: ['Space'], words: 'help.pick' },
      { keys: ['Ctrl', 'A'], words: 'help.pick-all' },
      { keys: ['C'], words: 'help.shade' },
      { keys: ['Z'], words: 'help.maximise' },
      { keys: ['0'], words: 'help.home' },
      { keys: ['←↑→↓'], words: 'help.pan' },
      { keys: ['+', '−'], words: 'help.map-zoom' },
      { keys: ['Esc'], words: 'help.escape' },
    ],
  },
  {
    title: 'help.case',
    keys: [
      { keys: ['A'], words: 'help.assign' },
      { keys: ['1–9'], words: 'help.rack' },
      { keys: ['Shift', 'F10'], words: 'help.menu' },
      { keys: ['N'], words: 'help.note' },
      { keys: ['U'], words: 'help.undo' },
    ],
  },
  {
    title: 'help.desk',
    keys: [
      { keys: ['Ctrl', 'K'], words: 'help.palette' },
      { keys: ['N'], words: 'help.new' },
      { keys: ['H'], words: 'help.hear' },
      { keys: ['Shift', 'H'], words: 'help.hear-all' },
      { keys: ['Ctrl', 'Enter'], words: 'help.save' },
      { keys: ['R'], words: 'help.rules' },
      { keys: ['B'], words: 'help.load' },
      { keys: ['L'], words: 'help.language' },
      { keys: ['Ctrl', '+', '−'], words: 'help.zoom' },
      { keys: ['Ctrl', '0'], words: 'help.zoom-home' },
      { keys: ['?'], words: 'help.help' },
    ],
  },
  {
    title: 'help.mouse',
    keys: [
      { keys: [], gesture: 'help.gesture.drag', words: 'help.drag-case' },
      { keys: [], gesture: 'help.gesture.right', words: 'help.right' },
      { keys: ['Ctrl'], gesture: 'help.gesture.click', words: 'help.click-beside' },
      { keys: ['Shift'], gesture: 'help.gesture.click', words: 'help.click-to' },
      { keys: ['Shift'], gesture: 'help.gesture.drag', words: 'help.lasso' },
      { keys: [], gesture: 'help.gesture.wheel', words: 'help.wheel' },
    ],
  },
] as const;
