// Every error that a person may see: a code of the catalogue, its params, and words in both
// languages. A node's own errors have the code <type>.<name>, and their words stand in its folder.
// To add one: an entry in the file of its area under errors/, then `npm run generate`.
export {
  errorCodes,
  type ErrorCode,
  type NodeErrorCode,
  type ParamsOf,
} from './errors/catalogue.ts';
export {
  describe,
  describeMessage,
  titleKey,
  toProblem,
  wordsOfTypes,
  type Description,
  type ErrorLike,
  type ExtraMessages,
} from './errors/describe.ts';
export { EsteiraError, fromData, toData, type ErrorOptions } from './errors/esteiraError.ts';
export { fromThrown } from './errors/fromThrown.ts';
