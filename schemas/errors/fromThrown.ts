import { EsteiraError, type ErrorOptions } from './esteiraError.ts';

/**
 * Whatever was thrown, as an EsteiraError. Ours stay as they are (with the node, where they have
 * none); an abort is a cancel; what the operating system says of disk and memory gets its code;
 * everything else is a bug.
 */
export function fromThrown(
  thrown: unknown,
  options: Pick<ErrorOptions, 'node'> = {},
): EsteiraError {
  if (thrown instanceof EsteiraError) return withNode(thrown, options.node);
  const whole = { ...options, cause: thrown };
  if (property(thrown, 'name') === 'AbortError') return new EsteiraError('cancelled', {}, whole);
  const path = property(thrown, 'path') ?? '';
  switch (property(thrown, 'code')) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new EsteiraError('disk-full', {}, whole);
    case 'EROFS':
      return new EsteiraError('folder-not-writable', { folder: path }, whole);
    case 'ENOENT':
      return new EsteiraError('file-missing', { file: path }, whole);
    case 'EACCES':
    case 'EPERM':
      return new EsteiraError('file-unreadable', { file: path }, whole);
    case 'EISDIR':
      return new EsteiraError('file-is-folder', { file: path }, whole);
    default:
  }
  const detail = property(thrown, 'message') ?? String(thrown);
  return options.node === undefined
    ? new EsteiraError('unexpected', { detail }, whole)
    : new EsteiraError('node-failed', { detail }, whole);
}

function withNode(error: EsteiraError, node: string | undefined): EsteiraError {
  if (node === undefined || error.node !== undefined) return error;
  const { code, kind, params, path } = error;
  return new EsteiraError(code as `${string}.${string}`, params, {
    kind,
    node,
    path,
    cause: error,
  });
}

function property(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null || !(name in value)) return undefined;
  const found: unknown = Reflect.get(value, name);
  return typeof found === 'string' ? found : undefined;
}
