import { describe, expect, it } from 'vitest';
import { isCnpj, isCpf, personalTag } from './personal.ts';

describe('check digits', () => {
  // Published examples of the Receita Federal's algorithm, and one digit changed.
  it('of a CPF', () => {
    expect(['529.982.247-25', '52998224725', '111.444.777-35'].map(isCpf)).toEqual([
      true,
      true,
      true,
    ]);
    expect(
      ['529.982.247-24', '52998224715', '000.000.000-00', '5299822472', '529-982-247.25'].map(
        isCpf,
      ),
    ).toEqual([false, false, false, false, false]);
  });

  it('of a CNPJ', () => {
    expect(['11.222.333/0001-81', '11222333000181', '00.000.000/0001-91'].map(isCnpj)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['11.222.333/0001-80', '11.222.333/0001-18', '11222333000'].map(isCnpj)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('a column is personal', () => {
  const tag = (name: string, texts: string[]) => personalTag(name, texts, false);

  it('by the form of most of its values', () => {
    const emails = Array.from({ length: 10 }, (_, i) => `p${i}@example.com`);
    expect(tag('x', [...emails, 'none'])).toBe('email');
    expect(
      tag('x', [
        '(11) 91234-5678',
        '+55 11 91234-5678',
        '11 1234-5678',
        '(21) 3333-4444',
        '(31) 2222-1111',
      ]),
    ).toBe('phone');
    expect(tag('x', ['01310-100', '20040-002', '30130-010', '40020-000', '50010-010'])).toBe(
      'postal-code',
    );
  });

  it('by its name where values have no form', () => {
    const names = ['Ana Souza', 'João Lima', 'Bia Reis', 'Caio Melo', 'Davi Luz'];
    expect(tag('Nome', names)).toBe('name');
    expect(tag('city', names)).toBeUndefined();
    expect(personalTag('Data de nascimento', [], true)).toBe('birth-date');
    expect(personalTag('created', [], true)).toBeUndefined();
  });

  it('not when values are few, or are plain numbers and dates', () => {
    expect(tag('x', ['a@b.com'])).toBeUndefined();
    expect(tag('x', ['20240101', '20240102', '20240103', '20240104', '20240105'])).toBeUndefined();
    expect(tag('x', ['12345678', '23456789', '34567890', '45678901', '56789012'])).toBeUndefined();
  });
});
