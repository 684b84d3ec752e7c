/** Entry of the query process (see server/work): looks at data for people, one process for all of them. */
import { queryMethods } from '#server/services/queries/methods.ts';
import type { FromQueryChild, ToQueryChild } from '#server/work/messages.ts';
import { childSettings, connectParent } from '#server/work/parent.ts';
import { serveQueries } from '#server/work/queryChild.ts';
import { type ChildSettings, openWorld } from './world.ts';

serveQueries({
  parent: connectParent<ToQueryChild, FromQueryChild>(),
  async load(memory) {
    const { catalogue, ports, aside } = await openWorld(childSettings() as ChildSettings);
    return queryMethods({ catalogue, ports, aside, memory });
  },
});
