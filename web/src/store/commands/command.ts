/** Every edit is one of these commands: a name, a change and, by the change, its inverse. */
import type { Change } from '../change.ts';

/** The names under which edits stand in the history; their words are `history.<name>` in i18n. */
export type CommandName =
  | 'add-node'
  | 'add-connected'
  | 'insert-node'
  | 'connect'
  | 'disconnect'
  | 'reconnect'
  | 'delete'
  | 'delete-heal'
  | 'move'
  | 'align'
  | 'arrange'
  | 'paste'
  | 'duplicate'
  | 'cut'
  | 'set-param'
  | 'set-params'
  | 'label-node'
  | 'note-node'
  | 'pin-node'
  | 'unpin-node'
  | 'replace-node'
  | 'add-note'
  | 'edit-note'
  | 'move-note'
  | 'colour-note'
  | 'resize-note'
  | 'delete-note'
  | 'rename-pipeline'
  | 'describe-pipeline'
  | 'set-seed'
  | 'set-parameters'
  | 'bind-parameter'
  | 'set-definitions'
  | 'fix'
  | 'replace-document';

export type Command = {
  readonly name: CommandName;
  readonly about: Readonly<Record<string, string | number>>;
  readonly change: Change;
  readonly group?: string;
  /** What is selected once it is done. */
  readonly select?: readonly string[];
  readonly selectNotes?: readonly string[];
};
