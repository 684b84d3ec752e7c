/** What columns are for. */
import type { Column, Role } from '#schemas/types.ts';
import { EsteiraError } from '#schemas/errors.ts';
import { likeliest } from '#nodes/sdk/expressions/check/likeliest.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';

/** Roles that several columns may have, each with a list of its own among the params. */
export const LISTED = [
  'feature',
  'id',
  'time',
  'weight',
  'group',
  'sensitive',
  'ignored',
] as const satisfies readonly Role[];

type ListedRole = (typeof LISTED)[number];

export interface RoleLists extends Readonly<Record<ListedRole, readonly string[]>> {
  readonly target: string;
}

/** The table with the roles given. A new target takes the role from an earlier one, which becomes a feature. */
export function withRoles(table: Table, lists: RoleLists): Table {
  const roles = rolesOf(lists);
  if (lists.target !== '') {
    needTarget(table, lists.target);
    for (const { name, role } of table.columns) {
      if (role === 'target' && !roles.has(name)) roles.set(name, 'feature');
    }
  }
  for (const name of lists.weight) table.need(name, ['int64', 'float64']);
  const named = [...roles];
  const byRole = [...new Set(roles.values())].map((role) => {
    return [role, named.filter(([, own]) => own === role).map(([name]) => name)] as const;
  });
  return byRole.reduce((described, [role, names]) => described.describe(names, { role }), table);
}

function rolesOf(lists: RoleLists): Map<string, Role> {
  const roles = new Map<string, Role>();
  const set = (name: string, role: Role): void => {
    if (roles.has(name)) throw new EsteiraError('set-roles.several-roles', { column: name });
    roles.set(name, role);
  };
  if (lists.target !== '') set(lists.target, 'target');
  for (const role of LISTED) for (const name of lists[role]) set(name, role);
  return roles;
}

function needTarget(table: Table, target: string): void {
  if (table.column(target)) return;
  const known = likeliest(
    target,
    table.columns.map(({ name }) => name),
  );
  throw new EsteiraError('target-missing', { target, known }, { path: '/target' });
}

/** The column with the role target, if there is one. */
export const targetIn = (table: Table): Column | undefined =>
  table.columns.find(({ role }) => role === 'target');
