/** What the query process answers, by name. */
import type { QueryMethod } from '#server/work/queryChild.ts';
import { forecast } from './forecast.ts';
import { inspect } from './inspect.ts';
import { pin } from './pin.ts';
import { profile } from './profile.ts';
import { previewRows } from './rows.ts';
import { graphSchemas } from './schemas.ts';
import { score } from './score.ts';
import type { QueryWorld } from './world.ts';

type Method<J> = (job: J, world: QueryWorld, signal: AbortSignal) => Promise<unknown>;

export function queryMethods(world: QueryWorld): ReadonlyMap<string, QueryMethod> {
  const bind =
    <J>(method: Method<J>): QueryMethod =>
    (job, signal) =>
      method(job, world, signal);
  return new Map([
    ['inspect', bind(inspect)],
    ['rows', bind(previewRows)],
    ['profile', bind(profile)],
    ['schemas', bind(graphSchemas)],
    ['forecast', bind(forecast)],
    ['pin', bind(pin)],
    ['score', bind(score)],
  ]);
}
