// Measures one module for main.ts, so that none is slowed by what another left behind.

import { figureFrom, type Figure } from './figure.ts';

const [file = ''] = process.argv.slice(2);
const module = (await import(new URL(file, import.meta.url).href)) as {
  figures: () => Promise<readonly Figure[]> | readonly Figure[];
};
const figures = (await module.figures()).map(figureFrom);
process.send!(figures, () => process.exit(0));
