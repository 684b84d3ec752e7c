/** Where what judges a model finds predictions: at a node that has made them already, or at one that is put in for it. */
import type { ColumnKind, PipelineNode, PortRef, PortSpec } from '#schemas/types.ts';
import { applyChange, difference } from '../store/change.ts';
import { connect } from '../store/commands/wires.ts';
import { wiresInto, wiresOutOf } from '../store/wiresInto.ts';
import { between } from './between.ts';
import { concerned, fix, type Fix, type Fixer, type Make, type Parts } from './fix.ts';
import {
  carrying,
  columnsOf,
  likeliest,
  outputs,
  wireFrom,
  type Named,
  type Source,
} from './sources.ts';
import { judged, judgesOther, taskOfColumns, taskOfModel } from './task.ts';
import { tableEdge } from './tableWay.ts';

export const PREDICT = 'predict';
const MOST = 2;

/** An input that asks for predictions, and the table without any that comes to it now. */
type Asking = {
  readonly node: PipelineNode;
  readonly port: Pick<PortSpec, 'name' | 'needs'>;
  readonly table?: PortRef;
};

const predicted: readonly ColumnKind[] = [{ roles: ['prediction'] }];

export const asksForPredictions = ({ needs = [] }: PortSpec): boolean =>
  needs.some(({ roles = [] }) => roles.includes('prediction'));

export const findPredictions: Fixer = (told, parts) => {
  const found = concerned(told, parts);
  const edge = found?.type && tableEdge(found.node, found.type, parts);
  const port = found?.type?.inputs.find(({ name }) => name === edge?.to.port);
  if (found === undefined || edge === undefined || port === undefined) return [];
  return predictionsFor({ node: found.node, port, table: edge.from }, parts);
};

/**
 * First those that nobody judges yet, then of a model that has predicted nothing yet, then any that there are. Those
 * that lack something else have remedies of their own once they are wired.
 */
export function predictionsFor(asking: Asking, parts: Parts): readonly Fix[] {
  const { node, port, table } = asking;
  const { needs = predicted } = port;
  const to = { node: node.id, port: port.name };
  const { edgesById } = parts.document;
  const leaving = wiresOutOf(edgesById);
  const drawn = wiresInto(edgesById)
    .get(node.id)
    ?.filter((edge) => edge.to.port === port.name);
  const isOther = (source: Source): boolean =>
    !drawn?.some(({ from }) => from.node === source.node && from.port === source.port);
  const wired = (sources: readonly Source[]): readonly Fix[] =>
    likeliest(sources.filter(isOther), node, parts).flatMap((from) =>
      judged(wireFrom(from, to, parts), taskOfColumns(columnsOf(from, parts)), node, parts),
    );
  const insertFor = (models: readonly Source[]): readonly Fix[] => {
    const apt = models.filter(({ of }) => !judgesOther(node, taskOfModel(of, parts)));
    return predictingBy(likeliest(apt.length > 0 ? apt : models, node, parts), asking, parts);
  };
  const isIdle = ({ node: id, port: name }: Source): boolean =>
    !leaving.get(id)?.some((edge) => edge.from.port === name && typeAt(edge.to, parts) === PREDICT);
  const unknown = outputs(parts, 'table').filter((each) => columnsOf(each, parts) === undefined);
  // What is known of no table yet is known of a node that does nothing else.
  const whole = [...carrying(needs, parts), ...unknown.filter(({ of }) => of.type === PREDICT)];
  const models = outputs(parts, 'model');
  const certain = firstOf([
    () => wired(whole.filter((from) => !leaving.has(from.node))),
    () => insertFor(models.filter((each) => isIdle(each) && hasLearned(each, table, parts))),
    () => wired(whole),
    () => wired(carrying(predicted, parts)),
  ]);
  if (certain.length > 0) return certain;
  // No model is known to fit this table better than another; of a table that is not known there is hope.
  return firstOf([() => insertFor(models), () => wired(unknown)]);
}

/** As many as are offered, each once. */
function firstOf(ways: readonly (() => readonly Fix[])[]): readonly Fix[] {
  const found = new Map<string, Fix>();
  for (const way of ways) {
    if (found.size >= MOST) break;
    for (const each of way()) {
      const key = JSON.stringify([each.id, each.values]);
      if (found.size < MOST && !found.has(key)) found.set(key, each);
    }
  }
  return [...found.values()];
}

const typeAt = ({ node }: PortRef, { document }: Parts): string | undefined =>
  document.nodesById.get(node)?.type;

/** Any did where no table says which is meant. */
function hasLearned({ node }: Source, table: PortRef | undefined, { document }: Parts): boolean {
  if (table === undefined) return true;
  const into = wiresInto(document.edgesById).get(node) ?? [];
  return into.some(({ from }) => from.node === table.node);
}

function predictingBy(models: readonly Named[], asking: Asking, parts: Parts): readonly Fix[] {
  const type = parts.catalogue.types.get(PREDICT)?.title[parts.locale] ?? '';
  return models.flatMap((model) => {
    const make = predicting(model, asking, parts);
    // Where there is but one nobody asks which.
    const fixes =
      models.length === 1
        ? fix('insert', { type }, make)
        : fix('insert-for', { type, node: model.title }, make);
    return judged(fixes, taskOfModel(model.of, parts), asking.node, parts);
  });
}

/** Whatever table a model learned from, what was to be judged is; where that is nothing yet, what it learned from. */
function predicting(model: Source, asking: Asking, parts: Parts): Make | undefined {
  const { document, catalogue } = parts;
  const type = catalogue.types.get(PREDICT);
  const table = asking.table ?? tableFor(model, parts);
  if (type === undefined || table === undefined) return undefined;
  const from = { node: model.node, port: model.port };
  const edge = { from, to: { node: asking.node.id, port: asking.port.name } };
  const make = between(type, edge, parts);
  return (
    make &&
    (() => {
      const command = make();
      const [id] = command?.select ?? [];
      if (command === undefined || id === undefined) return undefined;
      const inserted = applyChange(document, command.change);
      const fed = connect(inserted, catalogue, { from: table, to: { node: id, port: 'table' } });
      const whole = fed === undefined ? inserted : applyChange(inserted, fed.change);
      return { ...command, change: difference(document, whole) };
    })
  );
}

function tableFor({ of }: Source, parts: Parts): PortRef | undefined {
  const type = parts.catalogue.types.get(of.type);
  const learned = type && tableEdge(of, type, parts)?.from;
  const [near] = learned ? [] : likeliest(outputs(parts, 'table'), of, parts);
  return learned ?? (near && { node: near.node, port: near.port });
}
