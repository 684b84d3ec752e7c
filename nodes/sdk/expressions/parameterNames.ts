import type { Localized } from './types.ts';

/** Names of parameters as an editor shows them. */
export const PARAMETER_NAMES = {
  value: { en: 'value', 'pt-BR': 'valor' },
  number: { en: 'number', 'pt-BR': 'número' },
  base: { en: 'base', 'pt-BR': 'base' },
  exponent: { en: 'exponent', 'pt-BR': 'expoente' },
  divisor: { en: 'divisor', 'pt-BR': 'divisor' },
  digits: { en: 'digits', 'pt-BR': 'casas' },
  lowest: { en: 'lowest', 'pt-BR': 'mínimo' },
  highest: { en: 'highest', 'pt-BR': 'máximo' },
  condition: { en: 'condition', 'pt-BR': 'condição' },
  ifTrue: { en: 'then', 'pt-BR': 'então' },
  ifFalse: { en: 'otherwise', 'pt-BR': 'senão' },
  text: { en: 'text', 'pt-BR': 'texto' },
  part: { en: 'part', 'pt-BR': 'parte' },
  replacement: { en: 'replacement', 'pt-BR': 'substituto' },
  pattern: { en: 'pattern', 'pt-BR': 'padrão' },
  group: { en: 'group', 'pt-BR': 'grupo' },
  separator: { en: 'separator', 'pt-BR': 'separador' },
  position: { en: 'position', 'pt-BR': 'posição' },
  start: { en: 'start', 'pt-BR': 'início' },
  end: { en: 'end', 'pt-BR': 'fim' },
  length: { en: 'length', 'pt-BR': 'tamanho' },
  fill: { en: 'fill', 'pt-BR': 'enchimento' },
  decimalSign: { en: 'decimal sign', 'pt-BR': 'sinal decimal' },
  format: { en: 'format', 'pt-BR': 'formato' },
  date: { en: 'date', 'pt-BR': 'data' },
  timestamp: { en: 'date and time', 'pt-BR': 'data e hora' },
  year: { en: 'year', 'pt-BR': 'ano' },
  month: { en: 'month', 'pt-BR': 'mês' },
  day: { en: 'day', 'pt-BR': 'dia' },
  days: { en: 'days', 'pt-BR': 'dias' },
  unit: { en: 'unit', 'pt-BR': 'unidade' },
  seed: { en: 'seed', 'pt-BR': 'semente' },
} as const satisfies Readonly<Record<string, Localized>>;

export type ParameterName = keyof typeof PARAMETER_NAMES;
