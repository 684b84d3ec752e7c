// Is it what the contract says? In plain words if not. Values that come from outside are taken as
// hostile: bounded in size and depth, and never looked up by a key of theirs in our objects.
export { parsePipeline, validatePipeline, type ReadPipeline } from './document/read.ts';
export { documentLimits } from './json/limits.ts';
export { validate, validateParams } from './validate/value.ts';
