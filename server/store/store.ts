/** The store of one home: metadata and bytes. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Artifacts, openArtifacts } from './artifacts.ts';
import { openDatabase } from './database.ts';
import { type DatasetRepository, datasetRepository } from './datasets.ts';
import { type EventRepository, eventRepository } from './events.ts';
import { type JournalRepository, journalRepository } from './journal.ts';
import { type ModelRepository, modelRepository } from './models.ts';
import { type PipelineRepository, pipelineRepository } from './pipelines.ts';
import { type RunRepository, runRepository } from './runs.ts';
import { type StepRepository, stepRepository } from './steps.ts';

export interface Store {
  readonly pipelines: PipelineRepository;
  readonly datasets: DatasetRepository;
  readonly runs: RunRepository;
  readonly events: EventRepository;
  readonly steps: StepRepository;
  readonly journal: JournalRepository;
  readonly models: ModelRepository;
  readonly artifacts: Artifacts;
  close(): Promise<void>;
}

/** `home` must exist and be writable (see home.ts). */
export async function openStore(home: string): Promise<Store> {
  const artifacts = join(home, 'artifacts');
  await mkdir(artifacts, { recursive: true });
  const db = await openDatabase(join(home, 'esteira.db'));
  return {
    pipelines: pipelineRepository(db),
    datasets: datasetRepository(db),
    runs: runRepository(db),
    events: eventRepository(db),
    steps: stepRepository(db),
    journal: journalRepository(db),
    models: modelRepository(db),
    artifacts: openArtifacts(artifacts),
    close: () => db.destroy(),
  };
}
