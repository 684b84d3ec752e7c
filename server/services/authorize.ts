/** The one place that decides who may do what. */
import { EsteiraError } from '#schemas/errors.ts';
import type { Action, Actor, Resource } from './types.ts';

export const LOCAL_WORKSPACE = 'local';

/** The person who sits at this machine. */
export const localOwner: Actor = Object.freeze({ id: 'owner', workspace: LOCAL_WORKSPACE });

/** One owner for now: everything in the own workspace, nothing in another. Throws `forbidden`. */
export function authorize(actor: Actor, action: Action, resource: Resource): void {
  if (actor.workspace === LOCAL_WORKSPACE && actor.id === localOwner.id) return;
  throw new EsteiraError('forbidden', { action: `${action} ${resource.kind}` });
}
