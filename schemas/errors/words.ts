import type { Locale } from '../types.ts';

// What codes in the params `expected`, `found`, `left`, `right` and `field` are called. In English with the
// article; in Portuguese without, because there they follow "do tipo".
const words: Readonly<Record<string, readonly [en: string, pt: string]>> = {
  string: ['text', 'texto'],
  number: ['a number', 'número'],
  integer: ['a whole number', 'número inteiro'],
  boolean: ['true or false', 'verdadeiro ou falso'],
  array: ['a list', 'lista'],
  object: ['a group of fields', 'grupo de campos'],
  null: ['empty', 'vazio'],
  bool: ['true or false', 'verdadeiro ou falso'],
  int64: ['a whole number', 'número inteiro'],
  float64: ['a number', 'número'],
  text: ['text', 'texto'],
  date: ['a date', 'data'],
  timestamp: ['a date and time', 'data e hora'],
  category: ['a category', 'categoria'],
  image: ['an image', 'imagem'],
  table: ['a table', 'tabela'],
  model: ['a model', 'modelo'],
  report: ['a report', 'relatório'],
  classification: ['classes', 'classes'],
  regression: ['numbers', 'números'],
  dataset: ['a data set', 'conjunto de dados'],
  column: ['a column’s name', 'nome de coluna'],
  columns: ['a list of column names', 'lista de nomes de colunas'],
  json: ['JSON', 'JSON'],
  value: ['a value', 'um valor'],
  operator: ['an operator', 'um operador'],
  end: ['the end', 'o fim'],
  port: ['a number from 0 to 65535', 'um número de 0 a 65535'],
  seed: ['a whole number from 0 to 4294967295', 'um número inteiro de 0 a 4294967295'],
  host: ['an address of this machine', 'um endereço desta máquina'],
  folder: ['a folder', 'uma pasta'],
  url: ['an address (URL)', 'um endereço (URL)'],
  assignment: ['name=value', 'nome=valor'],
  document: ['the document', 'o documento'],
  nothing: ['nothing', 'nada'],
};

/** The word for a code in a language; the code itself where there is none. */
export function wordFor(code: string, locale: Locale): string {
  const pair = Object.hasOwn(words, code) ? words[code] : undefined;
  if (pair === undefined) return code;
  return locale === 'en' ? pair[0] : pair[1];
}
