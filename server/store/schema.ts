/** The tables of the metadata store, as Kysely sees them. JSON travels as text so that SQLite and Postgres agree. */

interface Owned {
  workspace: string;
  /** Who made it. */
  actor: string;
  /** ISO 8601, UTC. */
  createdAt: string;
}

export interface PipelineRow extends Owned {
  id: string;
  name: string;
  document: string;
  /** Rises with each save; a save names the one that it was made from. */
  revision: number;
  updatedAt: string;
  trashedAt: string | null;
}

export interface DatasetRow extends Owned {
  id: string;
  name: string;
  hash: string;
  bytes: number;
  format: string;
}

export interface RunRow extends Owned {
  id: string;
  pipeline: string | null;
  name: string;
  document: string;
  params: string;
  targets: string | null;
  /** The nodes that were asked to be computed again, as JSON; null where none were. */
  fresh: string | null;
  seed: number;
  status: string;
  attempt: number;
  startedAt: string | null;
  finishedAt: string | null;
  error: string | null;
  /** One run per key and workspace. */
  idempotencyKey: string | null;
  trigger: string;
  /** Of Esteira, when the run was asked for; null for runs from before it was kept. */
  version: string | null;
}

export interface RunEventRow {
  run: string;
  seq: number;
  time: string;
  type: string;
  step: string | null;
  data: string;
}

/** Outputs by cache key. */
export interface StepResultRow {
  key: string;
  outputs: string;
  createdAt: string;
}

/** What a step's key was made of when it last ran: the answer to "why did this run?". */
export interface StepRecordRow {
  workspace: string;
  /** The pipeline's id, or the hash of a document that was never saved. */
  scope: string;
  step: string;
  record: string;
}

export interface AnswerRow {
  run: string;
  step: string;
  token: string;
  ask: string;
  answer: string | null;
  actor: string | null;
  answeredAt: string | null;
}

export interface ModelRow extends Owned {
  /** Hash of the model record. */
  id: string;
  run: string;
  step: string;
  /** Of the pipeline that trained it. */
  name: string;
  /** What a person calls it. */
  label: string | null;
  task: string;
  target: string;
  trashedAt: string | null;
}

export interface SettingRow {
  name: string;
  value: string;
}

export interface Tables {
  pipelines: PipelineRow;
  datasets: DatasetRow;
  runs: RunRow;
  runEvents: RunEventRow;
  stepResults: StepResultRow;
  stepRecords: StepRecordRow;
  answers: AnswerRow;
  models: ModelRow;
  settings: SettingRow;
}
