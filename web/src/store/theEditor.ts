import { createEditor } from './editor.ts';

/** The one editor of this page. Tests make their own. */
export const editor = createEditor();
