/** What the command line needs of folders, made as the home's is. */
export { makeWritableFolder } from '#server/store/folder.ts';
