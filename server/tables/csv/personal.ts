/** Personal data told by its form, on a sample: check digits where there are any, else a strict pattern. */

export type PersonalTag =
  | 'cpf'
  | 'cnpj'
  | 'email'
  | 'phone'
  | 'postal-code'
  | 'name'
  | 'birth-date';

const LOOK_AT = 500;
const ENOUGH = 5;
/** Share of the cells that must have the form. */
const MOST = 0.8;

const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[A-Za-z]{2,}$/;
// With an area code or a country code: eight digits alone are as well a date or an amount.
const PHONE = /^(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,3}\)[ .-]?|\d{2,3}[ .-])\d{3,5}[ .-]?\d{4}$/;
const CEP = /^\d{5}-\d{3}$/;

const NAME =
  /^(?:nome|name|nome[ _-]?completo|full[ _-]?name|first[ _-]?name|last[ _-]?name|sobrenome|surname)$/i;
const BIRTH = /nascimento|birth|^dob$|^dt[ _-]?nasc/i;

/** `texts` are the column's different values, trimmed; `dates` says whether the column is read as dates. */
export function personalTag(
  name: string,
  texts: Iterable<string>,
  dates: boolean,
): PersonalTag | undefined {
  if (dates) return BIRTH.test(name) ? 'birth-date' : undefined;
  const some = Array.from(texts).slice(0, LOOK_AT);
  const most = (test: (text: string) => boolean): boolean =>
    some.length >= ENOUGH && some.filter(test).length >= some.length * MOST;
  if (most(isCpf)) return 'cpf';
  if (most(isCnpj)) return 'cnpj';
  if (most((text) => EMAIL.test(text))) return 'email';
  if (most((text) => CEP.test(text))) return 'postal-code';
  if (most((text) => PHONE.test(text))) return 'phone';
  return NAME.test(name) && most((text) => /\p{L}{2}/u.test(text)) ? 'name' : undefined;
}

/** The Brazilian taxpayer number of a person: nine digits and two check digits modulo 11 (Receita Federal). */
export function isCpf(text: string): boolean {
  if (!/^\d{11}$|^\d{3}\.\d{3}\.\d{3}-\d{2}$/.test(text)) return false;
  const digits = digitsOf(text);
  return !allEqual(digits) && [9, 10].every((n) => checkDigit(digits, n, n + 1) === digits[n]);
}

/** The one of a company: twelve digits and two check digits modulo 11, with weights from 2 to 9 and again. */
export function isCnpj(text: string): boolean {
  if (!/^\d{14}$|^\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}$/.test(text)) return false;
  const digits = digitsOf(text);
  return !allEqual(digits) && [12, 13].every((n) => checkDigit(digits, n, 9) === digits[n]);
}

function digitsOf(text: string): number[] {
  return Array.from(text.replaceAll(/\D/g, ''), Number);
}

/** 000.000.000-00 has right check digits and belongs to nobody. */
function allEqual(digits: readonly number[]): boolean {
  return digits.every((digit) => digit === digits[0]);
}

/** Weights rise from 2 leftwards and start again after `top`. */
function checkDigit(digits: readonly number[], length: number, top: number): number {
  let sum = 0;
  for (let i = length - 1, weight = 2; i >= 0; i--, weight = weight === top ? 2 : weight + 1) {
    sum += digits[i]! * weight;
  }
  const rest = sum % 11;
  return rest < 2 ? 0 : 11 - rest;
}
