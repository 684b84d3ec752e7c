/** The words of a node folder besides node.ts: Portuguese texts, help in both languages, icon. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NodeFolder } from './load.ts';

/** `pt-BR.json`: the same ids as node.ts says in English. A conformance test holds the two together. */
export interface NodeTexts {
  readonly title: string;
  readonly summary: string;
  readonly synonyms?: readonly string[];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, ParamTexts>>;
  readonly line?: string;
  readonly messages?: Readonly<Record<string, { message: string; remedy?: string }>>;
}

export interface ParamTexts {
  readonly title: string;
  readonly description?: string;
  /** Words of a choice by value. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Fields of a list's items. */
  readonly items?: Readonly<Record<string, ParamTexts>>;
}

export async function readTexts(folder: NodeFolder): Promise<NodeTexts> {
  return JSON.parse(await readFile(join(folder.dir, 'pt-BR.json'), 'utf8')) as NodeTexts;
}

export async function readHelp(folder: NodeFolder): Promise<{ en: string; 'pt-BR': string }> {
  const [en, pt] = await Promise.all(
    ['help.en.md', 'help.pt-BR.md'].map((file) => readFile(join(folder.dir, file), 'utf8')),
  );
  return { en: en!, 'pt-BR': pt! };
}

export function readIcon(folder: NodeFolder): Promise<string> {
  return readFile(join(folder.dir, 'icon.svg'), 'utf8');
}
