/** Whether a column's name says that it is what people want to know. */

/** Words by which people call what they want to know, in English and Portuguese. */
const TELLING = new Set(
  (
    'target label class outcome response churn churned survived species default defaulted deny denied diagnosis ' +
    'quality status attrition returned cancelled canceled converted purchased fraud sentiment demand price y ' +
    'alvo classe rotulo resposta resultado cancelou cancelado evadiu inadimplente comprou aprovado devolvido ' +
    'fraude demanda preco valor situacao diagnostico especie qualidade'
  ).split(' '),
);

/** What an amount is counted in stands behind its name. */
const UNITS = new Set('usd eur brl reais kg kwh mwh pct percent'.split(' '));

/** `Sale_Price` ends with `price`; the price of one piece is rather known than asked for. */
export function isTelling(name: string): boolean {
  const words = wordsOf(name).filter((word) => !UNITS.has(word));
  return (
    TELLING.has(words.at(-1) ?? '') && !words.some((word) => word === 'unit' || word === 'each')
  );
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
