const engine = 'tests/contract/engine/';
const central = 'tests/contract/central/';
/** By where a mutation lies: its own unit tests, then the contract tests it may show in. */
const NEAR = [
  { of: 'shared/', unit: ['shared/kit/', 'shared/sync/'], contract: [engine, central] },
  { of: 'electron/engine/', unit: ['electron/engine/'], contract: ['electron/engine/', engine] },
  { of: 'central/', unit: ['central/'], contract: ['central/', central] },
];

/** The tests a mutation is shown to, cheapest first; `first` are those that its author expects to notice, `dear` takes minutes. */
export function stagesOf({ file, first }) {
  const near = NEAR.find(({ of }) => file.startsWith(of));
  return [
    ...(first === undefined ? [] : [{ name: first, words: ['--project', 'integration', first] }]),
    { name: 'unit', words: ['--project', 'unit', ...near.unit] },
    { name: 'contract', dear: true, words: ['--project', 'integration', ...near.contract] },
    { name: 'edge cases', dear: true, words: ['--project', 'integration', 'tests/sync/edge/'] },
    { name: 'simulation', dear: true, worlds: 24 },
    {
      name: 'disk and kills',
      dear: true,
      words: ['--project', 'integration', 'tests/proof/fsync', 'tests/proof/kill'],
    },
  ];
}
