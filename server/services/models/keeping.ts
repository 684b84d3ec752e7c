/** Models as they are kept: called something, thrown away, brought back. */
import { EsteiraError } from '#schemas/errors.ts';
import type { ModelRow } from '#server/store/schema.ts';
import { authorize } from '../authorize.ts';
import { type Core, notFound, timeNow } from '../core.ts';
import type { Actor, ModelService, ModelSummary } from '../types.ts';
import { usedBy } from '../usedBy.ts';

type Keeping = Pick<ModelService, 'list' | 'rename' | 'whereUsed' | 'trash' | 'restore' | 'remove'>;

export function modelKeeping(
  { store: { models, pipelines } }: Core,
  one: (actor: Actor, id: string) => Promise<ModelRow>,
): Keeping {
  const change = async (
    { workspace }: Actor,
    id: string,
    changes: Parameters<typeof models.change>[2],
  ): Promise<void> => {
    if (!(await models.change(workspace, id, changes))) throw notFound('model', id);
  };
  const refuseUsed = async (actor: Actor, id: string): Promise<void> => {
    const { label, name } = await one(actor, id);
    const users = (await usedBy(pipelines, actor.workspace, id)).map((user) => user.name);
    if (users.length === 0) return;
    throw new EsteiraError('in-use', { name: label ?? name, users: users.join(', ') });
  };
  return {
    async list(actor, { trashed = false } = {}) {
      authorize(actor, 'read', { kind: 'model' });
      return (await models.list(actor.workspace, trashed)).map(summary);
    },
    async rename(actor, id, label) {
      authorize(actor, 'write', { kind: 'model', id });
      const text = label.trim();
      await change(actor, id, { label: text === '' ? null : text });
      return summary(await one(actor, id));
    },
    async whereUsed(actor, id) {
      authorize(actor, 'read', { kind: 'model', id });
      await one(actor, id);
      return usedBy(pipelines, actor.workspace, id);
    },
    async trash(actor, id) {
      authorize(actor, 'write', { kind: 'model', id });
      await refuseUsed(actor, id);
      await change(actor, id, { trashedAt: timeNow() });
    },
    async restore(actor, id) {
      authorize(actor, 'write', { kind: 'model', id });
      await change(actor, id, { trashedAt: null });
    },
    async remove(actor, id) {
      authorize(actor, 'delete', { kind: 'model', id });
      await refuseUsed(actor, id);
      if (!(await models.remove(actor.workspace, id))) throw notFound('model', id);
    },
  };
}

export function summary(row: ModelRow): ModelSummary {
  const { id, name, label, task, target, run, step, createdAt, trashedAt } = row;
  return { id, name, label, task, target, run, step, createdAt, trashedAt };
}
