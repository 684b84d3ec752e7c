/** The examples of a node folder: inputs, and what must come out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Column, Definition, Json } from '#schemas/types.ts';
import type { NodeFolder } from '#server/catalogue/load.ts';

export interface TableExample {
  readonly columns: readonly (Pick<Column, 'name' | 'type'> & Partial<Column>)[];
  readonly rows: readonly (readonly (null | boolean | number | string)[])[];
  /** Part of each row, for a table that was split. */
  readonly partition?: readonly ('train' | 'validation' | 'test')[];
}

export interface ModelExample {
  /** Trained for the example by another node. */
  readonly train: {
    readonly type: string;
    readonly params: Params;
    readonly table: TableExample;
    readonly seed?: number;
  };
}

type Params = { readonly [name: string]: Json };

/** What is asked of a model: answers to raw rows. */
export interface PredictionsExample {
  readonly predictions: readonly {
    readonly row: { readonly [column: string]: Json };
    readonly prediction: string | number | null;
    readonly probabilities?: readonly number[];
  }[];
}

/** What is asked of a report: these figures, others may stand beside them; of its details, too. */
export interface ReportExample {
  readonly metrics: { readonly [name: string]: Json };
  readonly details?: { readonly [name: string]: Json };
  /** Codes of its notes, all of them. */
  readonly notes?: readonly string[];
}

export interface Example {
  readonly name: string;
  readonly params: Params;
  readonly inputs: { readonly [port: string]: TableExample | ModelExample };
  readonly outputs: {
    readonly [port: string]: TableExample | PredictionsExample | ReportExample;
  };
  readonly seed?: number;
  /** Subflows that the params name; the node then runs inside a pipeline. */
  readonly definitions?: { readonly [id: string]: Definition };
  /** Data sets that the params name, by name: their text. */
  readonly files?: { readonly [name: string]: string };
  /** Of numbers; default 1e-9, relative to the number where it is above 1. */
  readonly tolerance?: number;
}

export function readExamples(folder: NodeFolder): Example[] {
  return JSON.parse(readFileSync(join(folder.dir, 'examples.json'), 'utf8')) as Example[];
}
