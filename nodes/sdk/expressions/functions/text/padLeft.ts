import { defineFunction } from '../../defineFunction.ts';
import { padded } from '../../values/padding.ts';

export const padLeft = defineFunction({
  name: 'pad_left',
  family: 'text',
  names: { en: 'PAD_LEFT', 'pt-BR': 'COMPLETAR_ESQUERDA' },
  summary: {
    en: 'Fills a short text on the left up to a length; a longer one stays whole.',
    'pt-BR': 'Completa à esquerda um texto curto até um tamanho; um mais longo fica inteiro.',
  },
  ...padded('lpad', (text, fill) => fill + text),
  examples: [
    { args: ['1310', 8, '0'], result: '00001310' },
    { args: ['x', 4, 'ab'], result: 'abax' },
    { args: ['123', 2, '0'], result: '123' },
  ],
});
