import { isBuiltin } from 'node:module';
import path from 'node:path/posix';
import { packageOwners, rooms, type Room } from './rooms.ts';

/** An import as the linter sees it: paths from the root, with forward slashes. */
export type ImportSite = {
  readonly importer: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
};

/** Node's modules that compute and reach nothing outside the process. */
const pureBuiltins = /^(node:)?(assert|buffer|crypto|events|string_decoder|url|util)(\/|$)/;

/** Says in one sentence why an import is refused and what to do instead; null when it may stand. */
export function judgeImport(site: ImportSite): string | null {
  const from = roomOf(site.importer);
  if (!from) {
    return `${site.importer} is in no room of the house: add its folder to test/house/rooms.ts and to the README's map.`;
  }
  const target = targetPath(site);
  if (target !== null) return judgePath(site, from, target);
  if (site.specifier.startsWith('#')) {
    return `${site.specifier} is no alias of ours: use #schemas/, #nodes/ or #server/.`;
  }
  return isBuiltin(site.specifier)
    ? judgeBuiltin(from, site.specifier)
    : judgePackage(from, site.specifier);
}

export function roomOf(file: string): Room | undefined {
  return rooms.find((room) => room.files.test(file));
}

/** The path from the root that a relative or alias specifier names, or null for a package. */
function targetPath({ importer, specifier }: ImportSite): string | null {
  if (/^#(schemas|nodes|server)\//.test(specifier)) return specifier.slice(1);
  if (/^\.\.?(\/|$)/.test(specifier)) return path.join(path.dirname(importer), specifier);
  return null;
}

function judgePath(site: ImportSite, from: Room, target: string): string | null {
  const to = roomOf(target);
  if (!to) return `${target} is in no room of the house: ${from.instead}`;
  if (!mayImport(from, to, site, target)) {
    return `${from.name} may not import ${describe(to, target)}. ${from.instead}`;
  }
  return site.specifier.startsWith('.') && crossesRooms(from, to)
    ? `A path to another room is written by its alias: use '#${target}'.`
    : null;
}

/** Whether two rooms are apart for a reader; the generator of types stands inside schemas/. */
function crossesRooms(from: Room, to: Room): boolean {
  const aliased = /^(schemas|nodes|server)\b/;
  const place = (room: Room) => room.name.replace(/^schemas\/.*/, 'schemas');
  return from.name !== 'test' && aliased.test(to.name) && place(from) !== place(to);
}

function mayImport(from: Room, to: Room, site: ImportSite, target: string): boolean {
  if (from.may.includes('*')) return true;
  if (to.name === 'test') return false;
  if (from === to) return !isAnotherNode(from, site.importer, target);
  if (from.may.includes(to.name) || from.mayFiles?.test(target)) return true;
  if (from.may.includes('server/*') && to.name.startsWith('server/')) return true;
  return site.typeOnly && (from.mayType ?? []).includes(to.name);
}

function isAnotherNode(room: Room, importer: string, target: string): boolean {
  const folder = (file: string) => file.split('/').slice(0, 3).join('/');
  return room.name === 'nodes/<category>/<type>' && folder(importer) !== folder(target);
}

function describe(room: Room, target: string): string {
  return room.name.includes('<') || room.name === 'test' ? target : room.name;
}

function judgeBuiltin(from: Room, specifier: string): string | null {
  if (from.builtins === 'any') return null;
  if (from.builtins === 'pure' && pureBuiltins.test(specifier)) return null;
  return `${from.name} may not import ${specifier}. ${from.instead}`;
}

function judgePackage(from: Room, specifier: string): string | null {
  const depth = specifier.startsWith('@') ? 2 : 1;
  const name = specifier.split('/').slice(0, depth).join('/');
  const owned = packageOwners.find(({ packages }) => packages.test(name));
  if (!owned || from.name === 'test' || owned.owners.includes(from.name)) return null;
  return `${from.name} may not import ${name}. ${owned.instead}`;
}
