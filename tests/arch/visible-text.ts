import { lineOf, type Node, type Source, walk } from './source-tree.ts';

/** Attributes whose text people see or hear. */
const SPOKEN = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
  'label',
]);
/** Marks that are no language: the product's names, office and unit signs, key caps, attribution required as it is. */
const NAMES =
  /^(Prihatin|PERKESO|Prihatin Console|Prihatin PERKESO|DEMO|BM|EN|RM|km|Esc|Ctrl|Enter|Alt|Shift|Tab|Del|[A-Z])$/;
const LETTERS = /\p{L}/u;

const isWords = (text: string) => {
  const trimmed = text.trim();
  return LETTERS.test(trimmed) && !NAMES.test(trimmed) && !trimmed.startsWith('©');
};

/** Literal texts an expression may come to: through conditions, `??`, `||`, `&&` and templates. */
function literals(node: unknown): string[] {
  if (node === null || typeof node !== 'object' || !('type' in node)) return [];
  const one = node as Node;
  switch (one.type) {
    case 'Literal':
      return typeof one.value === 'string' ? [one.value] : [];
    case 'TemplateLiteral':
      return (one.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
    case 'ConditionalExpression':
      return [...literals(one.consequent), ...literals(one.alternate)];
    case 'LogicalExpression':
      return [...literals(one.left), ...literals(one.right)];
    case 'JSXExpressionContainer':
      return literals(one.expression);
    default:
      return [];
  }
}

/** Texts in a screen's source that people would see and no catalogue holds, as `path:line text`. */
export function visibleText({ path, text, program }: Pick<Source, 'path' | 'text' | 'program'>): string[] {
  const found: string[] = [];
  const note = (node: Node, words: string) => {
    if (isWords(words)) found.push(`${path}:${lineOf(text, node.start)} ${words.trim()}`);
  };
  walk(program, (node, parent) => {
    if (node.type === 'JSXText') note(node, String(node.value));
    if (node.type === 'JSXExpressionContainer' && /^JSX(Element|Fragment)$/.test(parent?.type ?? '')) {
      for (const words of literals(node)) note(node, words);
    }
    if (node.type === 'JSXAttribute' && SPOKEN.has(String((node.name as Node).name))) {
      for (const words of literals(node.value)) note(node, words);
    }
  });
  return found;
}
