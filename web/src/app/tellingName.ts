/** Whether a column's name says that it is what people want to know. */

/** Words by which people call what they want to know, in English and Portuguese. */
const TELLING = new Set(
  (
    'target outcome response churn churned survived species default defaulted deny denied diagnosis ' +
    'quality status attrition returned cancelled canceled converted purchased fraud sentiment demand price ' +
    'alvo resposta resultado cancelou cancelado evadiu inadimplente comprou aprovado devolvido ' +
    'fraude demanda preco valor situacao diagnostico especie qualidade'
  ).split(' '),
);

/** Within a longer name these say of what kind something is, such as `MS_SubClass`. */
const TELLING_ALONE = new Set('class label y classe rotulo'.split(' '));

/** What an amount is counted in stands behind its name. */
const UNITS = new Set('usd eur brl reais kg kwh mwh pct percent'.split(' '));

/** The price of one piece and whether somebody is married are rather known than asked for. */
const KNOWN = new Set('unit each marital'.split(' '));

/** `Sale_Price` ends with `price`. */
export function isTelling(name: string): boolean {
  const words = wordsOf(name).filter((word) => !UNITS.has(word));
  const [first = '', ...others] = words;
  if (others.length === 0 && TELLING_ALONE.has(first)) return true;
  return TELLING.has(words.at(-1) ?? '') && !words.some((word) => KNOWN.has(word));
}

/** `Situação` is `situacao`. */
function wordsOf(name: string): readonly string[] {
  return name
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}
