/** Files that can be read as a table, for the system's choice of a file. */
export const TABLE_FILES = '.csv,.tsv,.txt,.tab,text/csv';
export const PIPELINE_FILES = '.json,.zip,application/json,application/zip';

/** A pipeline's own file, or one that brings its data along; anything else is taken for a table. */
export const isPipelineFile = ({ name }: Pick<File, 'name'>): boolean =>
  /\.(json|zip)$/i.test(name);
