/** Everything that can be asked over HTTP, one list a service. */
import type { Operation } from './operation.ts';
import { artifacts } from './routers/artifacts.ts';
import { bundles } from './routers/bundles.ts';
import { datasets } from './routers/datasets.ts';
import { forecasts } from './routers/forecasts.ts';
import { models } from './routers/models.ts';
import { pipelines } from './routers/pipelines.ts';
import { previews } from './routers/previews.ts';
import { runs } from './routers/runs.ts';
import { suggestions } from './routers/suggestions.ts';
import { system } from './routers/system.ts';
import { templates } from './routers/templates.ts';

export const operations: Readonly<Record<string, readonly Operation[]>> = {
  system,
  templates,
  suggestions,
  pipelines,
  bundles,
  datasets,
  runs,
  previews,
  forecasts,
  models,
  artifacts,
};
