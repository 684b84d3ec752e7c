// Bringing saved documents up to date: first the format, then each node's version.
export { currentFormat, migrateDocument } from './migrations/format.ts';
export { migrateNode, type MigratedNode } from './migrations/node.ts';
export {
  checkNodeVersions,
  type NodeStep,
  type NodeVersions,
  type ParamsStep,
} from './migrations/nodeChain.ts';
export {
  migratePipeline,
  type FindVersions,
  type MigratedPipeline,
  type NodeChange,
} from './migrations/nodes.ts';
