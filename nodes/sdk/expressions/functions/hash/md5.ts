import { defineFunction } from '../../defineFunction.ts';
import { md5Hex } from '../../values/md5.ts';

export const md5 = defineFunction({
  name: 'md5',
  family: 'hash',
  names: { en: 'MD5', 'pt-BR': 'MD5' },
  summary: {
    en: 'The MD5 digest of a text, 32 hexadecimal digits: a stable code for a value, no protection of secrets.',
    'pt-BR':
      'O resumo MD5 de um texto, 32 dígitos hexadecimais: um código estável, não protege segredos.',
  },
  signature: { parameters: [{ name: 'text', kind: 'textual' }], result: 'text' },
  duckdb: ([a]) => `md5(${a})`,
  js: () => md5Hex,
  examples: [
    { args: [''], result: 'd41d8cd98f00b204e9800998ecf8427e' },
    { args: ['message digest'], result: 'f96b697d7cb7938d525a2f31aaf161d0' },
  ],
});
