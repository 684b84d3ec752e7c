import { expect, test } from 'vitest';
import { publishNodes } from '#server/catalogue/publish.ts';
import { errorCodes } from '#schemas/errors.ts';
import { bundleErrors } from '#schemas/errors/bundle.ts';
import { documentErrors } from '#schemas/errors/document.ts';
import { formulaErrors } from '#schemas/errors/formula.ts';
import { httpErrors } from '#schemas/errors/http.ts';
import { modelErrors } from '#schemas/errors/model.ts';
import { systemErrors } from '#schemas/errors/system.ts';
import { mendable } from './index.ts';
import { areasWithout, codesWithout } from './without.ts';

const areas: Readonly<Record<string, { readonly entries: object }>> = {
  bundleErrors,
  documentErrors,
  formulaErrors,
  httpErrors,
  modelErrors,
  systemErrors,
};

const nodeCodes = (await publishNodes()).flatMap(({ type, messages }) =>
  Object.keys(messages.en).map((id) => `${type}.${id}`),
);
const known = [...errorCodes, ...nodeCodes];
const listed = Object.values(codesWithout).flat();
const ofAreas = Object.keys(areasWithout).flatMap((area) =>
  Object.keys(areas[area]?.entries ?? {}),
);

test('every code has a remedy, or a reason why it has none', () => {
  const said = new Set([...mendable, ...listed, ...ofAreas]);
  expect(known.filter((code) => !said.has(code))).toEqual([]);
});

test('nothing is said of codes that are not there, and nothing twice', () => {
  const own = [...mendable, ...listed];
  expect(own.filter((code) => !known.includes(code))).toEqual([]);
  expect(own.filter((code, at) => own.indexOf(code) !== at)).toEqual([]);
  expect(Object.keys(areasWithout).toSorted()).toEqual(Object.keys(areas).toSorted());
});
