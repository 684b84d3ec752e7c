// The rules of graphs, pure: for the server, before it plans; for the web, while somebody edits.
export { checkGraph, type Surroundings } from './graph/check.ts';
export { checkPipeline, type PipelineRules } from './graph/checkPipeline.ts';
export { canConnect, connections, type Verdict } from './graph/connect.ts';
export { definitionCycle } from './graph/definitions.ts';
export { freshId } from './graph/ids.ts';
export { topologicalOrder, type Ordering } from './graph/order.ts';
export { downstream, upstream } from './graph/reach.ts';
export { afresh, wanted, type Wish } from './graph/wanted.ts';
export {
  edgeId,
  nodeName,
  nodeTitle,
  portKey,
  typesFit,
  type Graph,
  type GraphPort,
  type NodePorts,
  type PortLookup,
} from './graph/types.ts';
