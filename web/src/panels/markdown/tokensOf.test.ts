import { expect, test } from 'vitest';
import { tokensOf } from './tokensOf.ts';

const types = (text: string) => tokensOf(text).map(({ type }) => type);

test('a text is read as Markdown', () => {
  expect(types('# A\n\nb *c* **d** `e`\n\n- f\n  1. g\n     > h')).toEqual([
    'heading',
    'space',
    'paragraph',
    'space',
    'list',
  ]);
});

test.each(['> ', '1. ', '- > ', '- ', '*a_', '**', '[', '<a '])(
  '%j over and over is shown, at worst as it stands',
  (mark) => {
    const text = mark.repeat(20_000 / mark.length);
    expect(tokensOf(text).map(({ raw }) => raw)).not.toEqual([]);
  },
);

test('what lies deeper than anybody writes is shown as it stands', () => {
  const text = `${'> '.repeat(200)}x`;
  expect(tokensOf(text)).toEqual([{ type: 'text', raw: text, text }]);
});
