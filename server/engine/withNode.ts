import { EsteiraError, type NodeErrorCode } from '#schemas/errors.ts';

/** The same error, said of a node or step. */
export function withNode(error: EsteiraError, node: string): EsteiraError {
  if (error.node === node) return error;
  const { code, params, kind, path, cause } = error;
  return new EsteiraError(code as NodeErrorCode, params, { kind, node, path, cause });
}
