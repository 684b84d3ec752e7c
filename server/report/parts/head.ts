/** What ran, how it ended, and everything that it takes to run it again. */
import type { Json } from '#schemas/types.ts';
import { html, type Html, type Piece } from '../html.ts';
import { describeIn, type World } from './world.ts';

export function head(world: World): Html {
  const { facts, graph, say, format } = world;
  const { run, result } = facts;
  const { description } = graph.document;
  const { startedAt, finishedAt } = run;
  const took =
    startedAt === null || finishedAt === null
      ? ''
      : say('report.took', {
          time: format.duration(Date.parse(finishedAt) - Date.parse(startedAt)),
        });
  return html`<header>
    <p class="brand">${say('report.title')}</p>
    <h1>${run.name}</h1>
    ${description !== undefined && html`<p class="description">${description}</p>`}
    <p class="outcome state-${result.status}">
      <strong>${say(`report.status.${result.status}`)}.</strong> ${took} ${counts(world)}
    </p>
    <dl class="facts">
      ${fact(say('report.started'), time(startedAt ?? run.createdAt, world))}
      ${fact(say('report.by'), say('report.byWhom', { trigger: run.trigger, actor: run.actor }))}
      ${fact(say('report.seed'), String(result.seed))}
      ${run.version !== null && fact(say('report.version'), run.version)}
      ${fact(say('report.id'), html`<code>${run.id}</code>`)}
      ${Object.keys(run.params).length > 0 && fact(say('report.values'), values(world))}
    </dl>
  </header>`;
}

const fact = (name: string, value: Piece): Html =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;

const time = (iso: string, { format }: World): Html =>
  html`<time datetime="${iso}">${format.time(iso)}</time>`;

/** How many steps fared in which way; those inside subflows count with the step that ran them. */
function counts({ graph, say }: World): string {
  const numbers = { done: 0, cached: 0, failed: 0, left: 0 };
  for (const { result } of graph.steps) {
    const status = result?.status;
    if (status === 'done' || status === 'cached' || status === 'failed') numbers[status] += 1;
    else numbers.left += 1;
  }
  return say('report.counts', numbers);
}

function values({ facts }: World): Html {
  const { parameters } = facts.document;
  const label = (name: string): string =>
    parameters.find((each) => each.name === name)?.label ?? name;
  return html`<ul class="values">
    ${Object.entries(facts.run.params).map(
      ([name, value]) => html`<li>${label(name)}: ${valueText(value)}</li>`,
    )}
  </ul>`;
}

/** A data set by its name: its hash stands in the list of data sets. */
function valueText(value: Json): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'dataset' in value) {
    return String((value as { readonly dataset: unknown }).dataset);
  }
  return JSON.stringify(value);
}

/** What failed, in words, with what to do about it. */
export function problems(world: World): Html | undefined {
  const { facts, graph, say } = world;
  const failed = graph.all.flatMap(({ name, number, result }) =>
    result?.error === undefined ? [] : [{ name, number, error: result.error }],
  );
  const { error } = facts.result;
  if (failed.length === 0 && error === undefined) return undefined;
  return html`<section>
    <h2>${say('report.problems')}</h2>
    ${failed.map((each) => problem(world, each.error, `${each.number}. ${each.name}`))}
    ${failed.length === 0 && error !== undefined && problem(world, error)}
  </section>`;
}

function problem(
  world: World,
  { code, params }: NonNullable<World['facts']['result']['error']>,
  where?: string,
): Html {
  const { message, remedy } = describeIn(world, code, params);
  return html`<div class="problem">
    ${where !== undefined && html`<h3>${where}</h3>`}
    <p>${message}</p>
    ${remedy !== '' && html`<p class="note">${remedy}</p>`}
  </div>`;
}
