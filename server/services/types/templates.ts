import type { Localized, Parameter, Pipeline } from '#schemas/types.ts';
import type { Actor } from '../types.ts';

export interface TemplateSummary {
  /** What is typed after `esteira run`. */
  readonly id: string;
  readonly title: Localized;
  readonly summary: Localized;
  readonly parameters: readonly Parameter[];
}

export interface TemplateService {
  list(actor: Actor): Promise<readonly TemplateSummary[]>;
  /** Throws `template-unknown`. */
  get(actor: Actor, id: string): Promise<Pipeline>;
}
