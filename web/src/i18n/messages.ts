/**
 * Every text of the interface by its id, one pair of files an area, so that an area's words stand together. The words
 * of nodes, of errors and of reasons come from the catalogue and from schemas/.
 */
import type { Locale } from '#schemas/types.ts';
import appEn from './app.en.json' with { type: 'json' };
import appPt from './app.pt-BR.json' with { type: 'json' };
import canvasEn from './canvas.en.json' with { type: 'json' };
import canvasPt from './canvas.pt-BR.json' with { type: 'json' };
import compareEn from './compare.en.json' with { type: 'json' };
import comparePt from './compare.pt-BR.json' with { type: 'json' };
import formEn from './form.en.json' with { type: 'json' };
import formPt from './form.pt-BR.json' with { type: 'json' };
import homeEn from './home.en.json' with { type: 'json' };
import homePt from './home.pt-BR.json' with { type: 'json' };
import panelsEn from './panels.en.json' with { type: 'json' };
import panelsPt from './panels.pt-BR.json' with { type: 'json' };
import resultsEn from './results.en.json' with { type: 'json' };
import resultsPt from './results.pt-BR.json' with { type: 'json' };
import tourEn from './tour.en.json' with { type: 'json' };
import tourPt from './tour.pt-BR.json' with { type: 'json' };
import transferEn from './transfer.en.json' with { type: 'json' };
import transferPt from './transfer.pt-BR.json' with { type: 'json' };

const en = {
  ...appEn,
  ...canvasEn,
  ...compareEn,
  ...formEn,
  ...homeEn,
  ...panelsEn,
  ...resultsEn,
  ...tourEn,
  ...transferEn,
};

export type MessageId = keyof typeof en;

const pt: Readonly<Record<MessageId, string>> = {
  ...appPt,
  ...canvasPt,
  ...comparePt,
  ...formPt,
  ...homePt,
  ...panelsPt,
  ...resultsPt,
  ...tourPt,
  ...transferPt,
};

export const messages: Readonly<Record<Locale, Readonly<Record<MessageId, string>>>> = {
  en,
  'pt-BR': pt,
};
