/** What came of a run, for a person. */
import { describe, describeMessage, type ExtraMessages } from '#schemas/errors.ts';
import type { ErrorData, Locale, MessageParams, NodeResult, RunResult } from '#schemas/types.ts';
import type { Ask } from '#server/services/types.ts';
import type { NodeLog } from '../run/follow.ts';
import { plain } from '../run/words.ts';
import { reportLines, type Report } from './report.ts';

export interface Surroundings {
  readonly locale: Locale;
  /** What a step is called. */
  readonly label: (step: string) => string;
  /** The words of node folders, where the result has codes of theirs. */
  readonly messages: ExtraMessages;
  readonly said: readonly NodeLog[];
  readonly asks: readonly Ask[];
  /** How long it took, in words. */
  readonly took: string;
}

const words = {
  en: {
    done: (took: string) => `Done in ${took}.`,
    failed: 'The run failed.',
    cancelled: 'The run was cancelled.',
    waiting: 'The run waits for an answer. Answer it on the page: esteira start.',
    skipped: (count: number) =>
      count === 1
        ? 'One node did not run because of that.'
        : `${count} nodes did not run because of that.`,
  },
  'pt-BR': {
    done: (took: string) => `Concluído em ${took}.`,
    failed: 'A execução falhou.',
    cancelled: 'A execução foi cancelada.',
    waiting: 'A execução espera uma resposta. Responda na página: esteira start.',
    skipped: (count: number) =>
      count === 1
        ? 'Um nó não foi executado por causa disso.'
        : `${count} nós não foram executados por causa disso.`,
  },
};

interface Note {
  readonly code: string;
  readonly level: string;
  readonly params?: MessageParams;
}

export function summaryOf(result: RunResult, surroundings: Surroundings): string[] {
  const { locale, took, asks, label } = surroundings;
  const text = words[locale];
  const steps = Object.entries(result.nodes);
  const reports = steps.flatMap(([step, node]) => nodeLines(step, node, surroundings));
  switch (result.status) {
    case 'done':
      return [...reports, text.done(took)];
    case 'waiting':
      return [
        ...reports,
        ...asks.map(({ step, message }) => `${label(step)}: ${plain(message)}`),
        text.waiting,
      ];
    case 'cancelled':
      return [...reports, text.cancelled];
    case 'failed': {
      const skipped = steps.filter(([, { status }]) => status === 'skipped').length;
      const failures = steps.flatMap(([, { error }]) => (error ? [error] : []));
      const told = failures.length === 0 && result.error ? [result.error] : failures;
      return [
        ...reports,
        text.failed,
        ...told.map((error) => errorLine(error, surroundings)),
        ...(skipped === 0 ? [] : [text.skipped(skipped)]),
      ];
    }
  }
}

function nodeLines(step: string, { report }: NodeResult, surroundings: Surroundings): string[] {
  const { locale, label, said } = surroundings;
  const lines = report ? reportLines(report as unknown as Report, locale) : [];
  const notes = (report?.['notes'] ?? []) as readonly Note[];
  const logs = said.filter((log) => log.step === step);
  // What a node says of its table, its report may say once more.
  const told = new Set([...notes, ...logs].map((note) => noteLine(note, surroundings)));
  if (lines.length + told.size === 0) return [];
  return [label(step), ...[...lines, ...told].map((line) => `  ${line}`), ''];
}

function noteLine(note: Note | NodeLog, { locale, messages }: Surroundings): string {
  const { level, code, params = {} } = note;
  const text = 'text' in note ? plain(note.text ?? '') : '';
  const sentence =
    code === undefined ? text : describeMessage(code, params, locale, messages).message;
  return level === 'info' ? sentence : `! ${sentence}`;
}

function errorLine(error: ErrorData, { locale, messages }: Surroundings): string {
  const { message, remedy } = describe(error, locale, messages);
  return remedy === '' ? message : `${message} ${remedy}`;
}

/** Whether a reader needs the words of node folders: their codes have a dot. */
export function hasNodeCodes(result: RunResult, said: readonly NodeLog[]): boolean {
  if (said.some(({ code }) => code?.includes('.'))) return true;
  return Object.values(result.nodes).some(({ report, error }) => {
    const notes = (report?.['notes'] ?? []) as readonly Note[];
    return [...notes, ...(error ? [error] : [])].some(({ code }) => code.includes('.'));
  });
}
