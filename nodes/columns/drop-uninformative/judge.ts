/** Whether a column says anything about the rows, from a few figures of it. */
import type { ValueType } from '#schemas/types.ts';
import type { Cell } from '#nodes/sdk/context.ts';

export type Reason = 'empty' | 'constant' | 'identifier';

export interface Limits {
  readonly empty: boolean;
  readonly constant: boolean;
  readonly identifiers: boolean;
  /** Share of missing values, 0 to 1, from which a column is nearly empty. */
  readonly missingShare: number;
  /** Share of different values, 0 to 1, from which a column may be an identifier. */
  readonly distinctShare: number;
}

export interface Figures {
  readonly name: string;
  readonly type: ValueType;
  readonly rows: number;
  readonly present: number;
  readonly lowest: Cell;
  readonly highest: Cell;
  /** Of the rows that were looked at for different values: how many are present, how many values differ. */
  readonly looked: number;
  readonly distinct: number;
}

/** In fewer rows any values may all be different by chance. */
const FEW_ROWS = 10;

/** The first reason to leave the column out, or undefined. */
export function judge(figures: Figures, limits: Limits): Reason | undefined {
  const { rows, present, lowest, highest } = figures;
  // A single row has one value of everything.
  if (rows < 2) return undefined;
  const missing = (rows - present) / rows;
  if (limits.empty && missing >= limits.missingShare) return 'empty';
  if (present === 0) return undefined;
  // One value and many gaps may still say something: "yes", or nothing.
  const gaps = limits.empty ? 1 - limits.missingShare : 0;
  if (limits.constant && lowest === highest && missing <= gaps) return 'constant';
  return limits.identifiers && isIdentifier(figures, limits.distinctShare)
    ? 'identifier'
    : undefined;
}

function isIdentifier(figures: Figures, share: number): boolean {
  const { name, type, looked, distinct } = figures;
  if (looked < FEW_ROWS || distinct < looked * share) return false;
  if (type === 'text') return true;
  return type === 'int64' && (saysIdentifier(name) || repeatsTooSeldom(figures));
}

/** Words in the names of keys, in English and Portuguese. */
const KEY_WORDS = new Set(
  (
    'id ids uid uuid guid key pk code index idx serial rowid rownum rownames unnamed ssn zip phone ' +
    'ticket barcode sku ean cod codigo chave cpf cnpj rg cep matricula protocolo registro telefone ' +
    'celular indice nf nsu prontuario inscricao'
  ).split(' '),
);

/** `customer_id`, `CustomerID`, `idCliente`, `Código do pedido`. */
function saysIdentifier(name: string): boolean {
  const words = name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  return words.some((word) => KEY_WORDS.has(word));
}

/**
 * Whole numbers that measure something meet again: n values spread evenly over a range of R give about n² / 2R pairs
 * that are equal (the birthday problem), any other spread gives more. Numbers that repeat far less often than that were
 * given out one by one. Where fewer than three pairs are to be expected, nothing can be told.
 */
function repeatsTooSeldom({ looked, distinct, lowest, highest }: Figures): boolean {
  const range = Number(highest) - Number(lowest) + 1;
  const expected = looked ** 2 / (2 * range);
  return expected >= 3 && looked - distinct <= expected / 4;
}
