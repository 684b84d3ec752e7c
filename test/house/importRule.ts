// A plugin of the linter: it asks judgeImport about every static, dynamic and re-exporting import.
// Patterns of `no-restricted-imports` cannot resolve a relative path; this rule does.

import { realpathSync } from 'node:fs';
import path from 'node:path';
import { judgeImport } from './judgeImport.ts';

type Node = {
  readonly type: string;
  readonly importKind?: 'type' | 'value';
  readonly exportKind?: 'type' | 'value';
  readonly source?: { readonly type: string; readonly value?: unknown } | null;
};

type Context = {
  readonly filename: string;
  report(problem: { readonly node: Node; readonly message: string }): void;
};

// The root is found from this file and not from the working folder, which an editor may set anywhere.
const root = realpathSync(path.resolve(import.meta.dirname, '../..'));

function create(context: Context) {
  const importer = path.relative(root, context.filename).replaceAll(path.sep, '/');
  const check = (node: Node): void => {
    const specifier = node.source?.value;
    if (typeof specifier !== 'string') return;
    const typeOnly = [node.importKind, node.exportKind].includes('type') || isTypeQuery(node);
    const message = judgeImport({ importer, specifier, typeOnly });
    if (message !== null) context.report({ node, message });
  };
  return {
    ImportDeclaration: check,
    ExportNamedDeclaration: check,
    ExportAllDeclaration: check,
    ImportExpression: check,
    TSImportType: check,
  };
}

/** `import('./x.ts').Name` in a type position. */
function isTypeQuery(node: Node): boolean {
  return node.type === 'TSImportType';
}

// The linter loads a plugin by its default export.
export default { meta: { name: 'house' }, rules: { imports: { create } } };
