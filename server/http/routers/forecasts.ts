import type { ForecastRequest, PinRequest } from '#server/services/types.ts';
import type { Operation } from '../operation.ts';
import {
  Forecast,
  ForecastRequest as forecastShape,
  PinAnswer,
  PinRequest as pinShape,
} from '../shapes/forecasts.ts';

/** What a run would do, and what it would leave as it is. */
export const forecasts: readonly Operation[] = [
  {
    id: 'forecastRun',
    method: 'post',
    path: '/api/forecasts',
    summary: 'Which nodes a run would compute and why, and which results it would use again.',
    body: { kind: 'json', schema: forecastShape, exact: true },
    success: [{ status: 200, description: 'By node.', schema: Forecast }],
    refuses: [404, 413, 415, 422, 504],
    handle: async ({ services, actor, body, signal }) => ({
      json: await services.forecasts.forecast(actor, { ...(body as ForecastRequest), signal }),
    }),
  },
  {
    id: 'pinResult',
    method: 'post',
    path: '/api/pins',
    summary: 'Keeps the result that a node has as it stands, whatever changes later.',
    body: { kind: 'json', schema: pinShape, exact: true },
    success: [
      { status: 200, description: 'The key to write into the document.', schema: PinAnswer },
    ],
    refuses: [409, 413, 415, 422, 504],
    handle: async ({ services, actor, body, signal }) => ({
      json: await services.forecasts.pin(actor, { ...(body as PinRequest), signal }),
    }),
  },
];
