/** Files that can be read as a table, for the system's choice of a file. */
export const TABLE_FILES = '.csv,.tsv,.txt,.tab,text/csv';
export const PIPELINE_FILES = '.json,application/json';
