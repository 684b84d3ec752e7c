import { useCallback, type ReactNode } from 'react';
import { Link } from 'wouter';
import { ApiError, getRun, listModelUses, type ModelSummary } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { useFormat } from '../parts/useFormat.ts';
import { useLoaded } from '../parts/useLoaded.ts';

/** The pipeline and the run that trained a model, where they are still here, and the pipelines that use it. */
export function ModelOrigin({ model }: { readonly model: ModelSummary }): ReactNode {
  const say = useText();
  const format = useFormat();
  const { id, run, name, createdAt } = model;
  const load = useCallback(
    async (signal: AbortSignal) => {
      const [uses, trained] = await Promise.all([
        listModelUses(id, signal),
        getRun(run, signal).catch(absent),
      ]);
      return { uses, trained };
    },
    [id, run],
  );
  const { value } = useLoaded(load);
  const pipeline = value?.trained?.pipeline ?? null;
  return (
    <section className="model-origin-part">
      <h3>{say('home.model.from')}</h3>
      <p>{say('home.model.trainedBy', { name: `“${name}”`, time: format.time(createdAt) })}</p>
      {value?.trained !== undefined && (
        <p className="model-links">
          <Link href={`/runs/${run}`}>{say('home.model.run')}</Link>
          {pipeline !== null && <Link href={`/pipelines/${pipeline}`}>{say('home.run.open')}</Link>}
        </p>
      )}
      {value !== undefined && value.uses.length > 0 && (
        <>
          <p>{say('home.model.usedBy')}</p>
          <ul>
            {value.uses.map((user) => (
              <li key={user.id}>
                <Link href={`/pipelines/${user.id}`}>{user.name}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** A run that was deleted leaves its models behind. */
function absent(error: unknown): undefined {
  if (!(error instanceof ApiError) || error.status !== 404) throw error;
}
