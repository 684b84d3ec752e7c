import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Definition, Pipeline } from '#schemas/types.ts';
import { forecast } from '#server/engine/forecast.ts';
import { foresee } from '#server/engine/foresight.ts';
import { keptPins, pinKey } from '#server/engine/pins.ts';
import { plan } from '#server/engine/plan.ts';
import { nodeOfStep, usesOf } from '#server/engine/uses.ts';
import { definition, pipeline } from '../support/fakeNodes/pipeline.ts';
import { catalogue, createWorld } from '../support/fakeNodes/world.ts';

type World = ReturnType<typeof createWorld>;

async function forecastOf(world: World, document: Pipeline, last?: string) {
  const pins = await keptPins(document, world.ports.cache);
  const { planned, errors } = plan(document, catalogue, { pins });
  if (errors) throw errors[0]!;
  return forecast(planned, { ...world.ports, backend: 'fake', ...(last ? { last } : {}) });
}

async function start(world: World, document: Pipeline, options = {}) {
  const pins = await keptPins(document, world.ports.cache);
  return world.start(document, { pins, ...options });
}

/** Keeps what the step gave last, and gives the document in which its node is pinned to that. */
async function pinned(world: World, document: Pipeline, step: string): Promise<Pipeline> {
  const place = nodeOfStep(document, usesOf(document, catalogue), step)!;
  const { key } = world.records.get(step)!;
  const at = pinKey(place.node.type, key);
  await world.ports.cache.put(new Map([[at, world.results.get(key)!]]));
  const among = (nodes: Pipeline['nodes']) =>
    nodes.map((node) => (node === place.node ? { ...node, pinned: key } : node));
  if (place.definition === undefined) return { ...document, nodes: among(document.nodes) };
  const whole = document.definitions[place.definition]!;
  const definitions = { ...document.definitions };
  definitions[place.definition] = { ...whole, nodes: among(whole.nodes) };
  return { ...document, definitions };
}

describe('after what is asked, and after what acts on the world', () => {
  const asking = (n: number, plus = 5) =>
    pipeline({
      nodes: {
        a: ['number', { n }],
        ask: ['approve'],
        yes: ['add', { plus }],
        no: ['need'],
        both: ['add'],
      },
      wires: [
        'a.out > ask.a',
        'ask.yes > yes.a',
        'ask.no > no.a',
        'yes.out > both.a',
        'no.out > both.b',
      ],
    });
  const answers = new Map([['ask', { approved: true }]]);

  test('what was computed for this answer is used again, once the answer is there', async () => {
    const world = createWorld();
    await world.start(asking(1), { answers });
    const told = await forecastOf(world, asking(1));
    const after = [{ step: 'ask', answer: 'yes' }];
    expect(told.get('ask')).toEqual({ cached: false, reason: { code: 'never-cached' } });
    expect(told.get('yes')).toEqual({ cached: true, reason: { code: 'unchanged' }, after });
    expect(told.get('no')).toMatchObject({ cached: false, reason: { code: 'first-run' } });
    expect(told.get('no')!.after).toEqual([{ step: 'ask', answer: 'no' }]);
    // Nobody can answer yes and no.
    expect(told.get('both')).toMatchObject({ cached: false, open: true });
    const edited = await forecastOf(world, asking(1, 6));
    expect(edited.get('yes')).toMatchObject({ reason: { code: 'params-changed' }, after });
    expect(edited.get('yes')!.open).toBeUndefined();
  });

  test('while what comes in is to be computed, only the run can tell', async () => {
    const world = createWorld();
    await world.start(asking(1), { answers });
    const told = await forecastOf(world, asking(2));
    expect(told.get('yes')).toEqual({
      cached: false,
      open: true,
      reason: { code: 'input-changed', params: { inputs: ['a'] } },
      after: [{ step: 'ask', answer: 'yes' }],
    });
  });

  const sending = (plus: number) =>
    pipeline({
      nodes: {
        a: ['number', { n: 3 }],
        s: ['send'],
        b: ['add', { plus }],
        t: ['send'],
        c: ['add'],
      },
      wires: ['a.out > s.a', 's.out > b.a', 'b.out > t.a', 't.out > c.a'],
    });

  test('an effect is supposed to give what it gave in the run that is named', async () => {
    const world = createWorld();
    await world.start(sending(1));
    const told = await forecastOf(world, sending(1), 'run-1');
    expect(told.get('s')).toEqual({ cached: false, reason: { code: 'never-cached' } });
    expect(told.get('b')).toMatchObject({ cached: true, after: [{ step: 's' }] });
    expect(told.get('c')).toMatchObject({ cached: true, after: [{ step: 's' }, { step: 't' }] });
    const blind = await forecastOf(world, sending(1));
    expect(blind.get('b')).toMatchObject({ cached: false, open: true });
    const edited = await forecastOf(world, sending(2), 'run-1');
    expect(edited.get('b')).toMatchObject({ cached: false, reason: { code: 'params-changed' } });
    expect(edited.get('c')).toMatchObject({ open: true });
  });

  test('it is asked for by few questions, however much comes after an effect', async () => {
    const names = Array.from({ length: 50 }, (_, at) => `n${at}`);
    const document = pipeline({
      nodes: {
        s: ['send'],
        first: ['number'],
        ...Object.fromEntries(names.map((name) => [name, ['add'] as const])),
      },
      wires: [
        'first.out > s.a',
        ...names.map((name, at) => `${at === 0 ? 's' : names[at - 1]}.out > ${name}.a`),
      ],
    });
    const world = createWorld();
    await world.start(document);
    world.asked.cache = 0;
    const told = await forecastOf(world, document, 'run-1');
    expect(told.get('n49')!.cached).toBe(true);
    expect(world.asked.cache).toBeLessThanOrEqual(4);
  });

  test('with what a run did and was answered, its results are found again', async () => {
    const world = createWorld();
    await world.start(asking(4), { answers });
    const { planned } = plan(asking(4), catalogue);
    const look = { ...world.ports, backend: 'fake', run: 'run-1' };
    const seen = await foresee(planned!, look);
    expect(seen.get('yes')!.outputs()!['out']).toMatchObject({ metrics: { n: 9 } });
    expect(seen.get('no')!.will).toBe('skip');
    const other = await foresee(planned!, { ...look, run: 'run-2' });
    expect(other.get('ask')!.will).toBe('run');
  });
});

describe('inside definitions', () => {
  const nested = (n: number, plus = 1, effect = false) =>
    pipeline({
      nodes: {
        a: ['number', { n }],
        p: ['part', { definition: 'd' }],
        q: ['part', { definition: 'd' }],
        end: ['add'],
      },
      wires: ['a.out > p.in', 'p.out > q.in', 'q.out > end.a'],
      definitions: {
        d: definition({
          nodes: { x: ['add', { plus: 1 }], y: [effect ? 'send' : 'add'], z: ['add', { plus }] },
          wires: ['x.out > y.a', 'y.out > z.a'],
          inputs: ['in: report > x.a'],
          outputs: ['out: report < z.out'],
        }),
      },
    });

  test('what would run there is told where its node runs', async () => {
    const world = createWorld();
    await world.start(nested(1));
    expect([...(await forecastOf(world, nested(1))).keys()].sort()).toEqual(['a', 'end', 'p', 'q']);
    const told = await forecastOf(world, nested(1, 2));
    expect(told.get('p/y')).toEqual({ cached: true, reason: { code: 'unchanged' } });
    expect(told.get('p/z')!.reason.code).toBe('params-changed');
    // What goes into the second use comes only of the first.
    expect(told.get('q')).toMatchObject({ cached: false });
    expect(told.get('q/x')).toMatchObject({ open: true, reason: { code: 'input-changed' } });
  });

  test('a definition that acts on the world is gone through for what comes after it', async () => {
    const world = createWorld();
    await world.start(nested(1, 1, true));
    const told = await forecastOf(world, nested(1, 1, true), 'run-1');
    expect(told.get('p')!.reason.code).toBe('never-cached');
    expect(told.get('p/z')).toMatchObject({ cached: true, after: [{ step: 'p/y' }] });
    expect(told.get('end')).toMatchObject({ cached: true });
    expect(
      told
        .get('end')!
        .after!.map(({ step }) => step)
        .sort(),
    ).toEqual(['p', 'p/y', 'q', 'q/y']);
  });

  test('a pin holds in each use, and what is only there for it does not run', async () => {
    const world = createWorld();
    await world.start(nested(1, 1, true));
    const document = await pinned(world, nested(50, 1, true), 'p/z');
    const told = await forecastOf(world, document);
    expect(told.get('p/z')).toEqual({ cached: true, reason: { code: 'pinned' } });
    expect(told.get('q/y')).toMatchObject({ skipped: true, reason: { code: 'not-selected' } });
    const ran = await start(world, document);
    expect(ran.ends).toMatchObject({
      'p/z': 'cached',
      'q/z': 'cached',
      'p/y': 'skipped',
      'q/y': 'skipped',
      p: 'finished',
    });
    expect(ran.reasons['q/z']).toBe('pinned');
    // Without the effect the use can be kept, and changes where the pin is another one.
    expect((await start(world, document)).ends).toMatchObject({ p: 'cached', q: 'cached' });
    await start(world, nested(7, 3, true));
    const other = await pinned(world, nested(50, 1, true), 'p/z');
    expect((await start(world, other)).ends['p']).toBe('finished');
  });

  test('a pin that is not kept counts for nothing there, and is told of', async () => {
    const world = createWorld();
    const whole = nested(1);
    const [x, ...others] = whole.definitions['d']!.nodes;
    const nodes = [{ ...x!, pinned: 'f'.repeat(64) }, ...others];
    const lost = { ...whole, definitions: { d: { ...whole.definitions['d']!, nodes } } };
    await world.start(nested(1));
    expect((await start(world, lost)).ends).toMatchObject({ p: 'cached', q: 'cached' });
    const { ends, events } = await start(world, lost, { fresh: ['p'] });
    expect(ends['p/x']).toBe('finished');
    expect(events).toContainEqual(expect.objectContaining({ step: 'p/x', code: 'pin-lost' }));
  });
});

/** A graph of a few nodes of any kind, each wired to earlier ones; `from` gives what comes in from outside. */
const links = (most: number) =>
  fc.array(
    fc.record({
      kind: fc.constantFrom('add', 'add', 'add', 'need', 'send', 'approve', 'part'),
      a: fc.nat(),
      b: fc.option(fc.nat()),
      yes: fc.boolean(),
    }),
    { minLength: 1, maxLength: most },
  );
type Links = ReturnType<typeof links> extends fc.Arbitrary<infer L> ? L : never;

function drawn(list: Links, uses: string | undefined, edit: number) {
  const nodes: { [id: string]: readonly [string, object?] } = { n0: ['number', { n: 3 }] };
  const types = ['number'];
  const wires: string[] = [];
  for (const [at, { kind, a, b, yes }] of list.entries()) {
    const place = at + 1;
    const type = kind === 'part' && uses === undefined ? 'add' : kind;
    const port = (from: number): string => {
      const ports = types[from] === 'approve' ? (yes ? 'yes' : 'no') : 'out';
      return `n${from}.${ports}`;
    };
    types.push(type);
    const plus = place === edit ? 1000 : place;
    nodes[`n${place}`] =
      type === 'add' ? [type, { plus }] : type === 'part' ? [type, { definition: uses! }] : [type];
    wires.push(`${port(a % place)} > n${place}.${type === 'part' ? 'in' : 'a'}`);
    if (type === 'add' && b !== null) wires.push(`${port(b % place)} > n${place}.b`);
  }
  return {
    nodes: nodes as Parameters<typeof pipeline>[0]['nodes'],
    wires: [...new Set(wires)],
    types,
  };
}

/** Takes its number by the first node that has a free input, gives what its last node gives. */
function inside(list: Links, uses: string | undefined, edit: number): Definition {
  const { nodes, wires, types } = drawn(list, uses, edit);
  const last = types.length - 1;
  const out = types[last] === 'approve' ? 'yes' : 'out';
  return definition({
    nodes: { ...nodes, n0: ['add', { plus: edit === 0 ? 70 : 0 }] },
    wires,
    inputs: ['in: report > n0.a'],
    outputs: [`out: report < n${last}.${out}`],
  });
}

const documents = fc
  .record({ top: links(7), outer: links(4), inner: links(3) })
  .map(({ top, outer, inner }) => (edit: readonly [graph: number, node: number]): Pipeline => {
    const at = (graph: number): number => (edit[0] === graph ? edit[1] : -1);
    return pipeline({
      ...drawn(top, 'outer', at(0)),
      definitions: { outer: inside(outer, 'inner', at(1)), inner: inside(inner, undefined, at(2)) },
    });
  });

const answersBy = (document: Pipeline, approves: (step: string) => boolean) => {
  const uses = [...usesOf(document, catalogue)].map(([path, id]) => {
    return { scope: `${path}/`, nodes: document.definitions[id]!.nodes };
  });
  const asks = [{ scope: '', nodes: document.nodes }, ...uses].flatMap(({ scope, nodes }) =>
    nodes.filter(({ type }) => type === 'approve').map(({ id }) => `${scope}${id}`),
  );
  return new Map(asks.map((step) => [step, { approved: approves(step) }]));
};

test('what is foretold is what the next run does, whatever is asked, done, pinned and changed', async () => {
  const edits = fc.tuple(fc.nat(2), fc.nat(7));
  const someSteps = fc.array(fc.nat(), { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(
      documents,
      edits,
      someSteps,
      fc.func<[string], boolean>(fc.boolean()),
      fc.func<[string], boolean>(fc.boolean()),
      async (edited, edit, toPin, before, after) => {
        const world = createWorld();
        const first = edited([9, 9]);
        await start(world, first, { answers: answersBy(first, before) });
        let document = edited(edit);
        for (const n of toPin) {
          const steps = [...world.records.keys()].filter((step) =>
            world.results.has(world.records.get(step)!.key),
          );
          if (steps.length > 0) document = await pinned(world, document, steps[n % steps.length]!);
        }
        const told = await forecastOf(world, document, 'run-1');
        const answers = answersBy(document, after);
        const ran = await start(world, document, { answers });
        // What one step of a run has just computed, another one finds.
        const computed = (step: string): string | undefined => world.records.get(step)?.key;
        const isTwin = (step: string): boolean =>
          ran.ends[step] === 'cached' &&
          ran.finished.some((other) => computed(other) === computed(step));
        for (const [step, { cached, skipped, open, reason, after: awaited = [] }] of told) {
          const isSo = awaited.every(
            ({ step: ask, answer }) =>
              answer === undefined || (answer === 'yes') === answers.get(ask)?.approved,
          );
          const scopes = step.split('/').map((_, at, ids) => ids.slice(0, at + 1).join('/'));
          if (!isSo || scopes.some(isTwin)) continue;
          const end = ran.ends[step];
          const said = { step, end, reason: ran.reasons[step] };
          if (open) {
            expect(['finished', 'cached']).toContain(end);
            if (end === 'finished') expect(said).toMatchObject({ reason: reason.code });
          } else {
            const foretold = skipped ? 'skipped' : cached ? 'cached' : 'finished';
            expect(said).toEqual({ step, end: foretold, reason: reason.code });
          }
        }
        for (const { id } of document.nodes) expect(told.has(id)).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});
