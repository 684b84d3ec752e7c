import { defineFunction } from '../../defineFunction.ts';
import { padded } from '../../values/padding.ts';

export const padRight = defineFunction({
  name: 'pad_right',
  family: 'text',
  names: { en: 'PAD_RIGHT', 'pt-BR': 'COMPLETAR_DIREITA' },
  summary: {
    en: 'Fills a short text on the right up to a length; a longer one stays whole.',
    'pt-BR': 'Completa à direita um texto curto até um tamanho; um mais longo fica inteiro.',
  },
  ...padded('rpad', (text, fill) => text + fill),
  examples: [
    { args: ['a', 3, '.'], result: 'a..' },
    { args: ['abc', 2, '.'], result: 'abc' },
  ],
});
