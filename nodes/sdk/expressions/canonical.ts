import type { Expr } from './types.ts';

/** The one JSON text of an expression: keys in a fixed order, so that equal trees give equal bytes and hashes. */
export function canonicalJson(expr: Expr): string {
  switch (expr.kind) {
    case 'literal':
      return `{"kind":"literal","value":${JSON.stringify(expr.value)},"type":"${expr.type}"}`;
    case 'column':
      return `{"kind":"column","name":${JSON.stringify(expr.name)}}`;
    case 'call': {
      const args = expr.args.map(canonicalJson).join(',');
      return `{"kind":"call","fn":${JSON.stringify(expr.fn)},"args":[${args}]}`;
    }
    case 'lookup':
      return (
        `{"kind":"lookup","of":${canonicalJson(expr.of)},"keys":${JSON.stringify(expr.keys)},` +
        `"values":${JSON.stringify(expr.values)},"otherwise":${JSON.stringify(expr.otherwise)},"type":"${expr.type}"}`
      );
  }
}

export function sameExpression(a: Expr, b: Expr): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b);
}
