// Why a node ran, or why not, in words. What changed is named where the engine knows it.
import { formatMessage } from './errors/format.ts';
import type { Locale, Localized, Reason, ReasonCode } from './types.ts';

/** ICU messages by code. A param that is not given is left out by its `none` branch. */
export const reasons: Readonly<Record<ReasonCode, Localized>> = {
  'first-run': {
    en: 'It has not run before.',
    'pt-BR': 'Ainda não tinha sido executado.',
  },
  'params-changed': {
    en: '{params, select, none {Its settings changed.} other {{to, select, none {These settings changed: {params}.} other {The setting {params} changed from {from} to {to}.}}}}',
    'pt-BR':
      '{params, select, none {As configurações mudaram.} other {{to, select, none {Estas configurações mudaram: {params}.} other {O parâmetro {params} mudou de {from} para {to}.}}}}',
  },
  'input-changed': {
    en: '{inputs, select, none {What comes into it changed.} other {What comes in at {inputs} changed.}}',
    'pt-BR':
      '{inputs, select, none {O que chega a ele mudou.} other {O que chega em {inputs} mudou.}}',
  },
  'version-changed': {
    en: 'A newer version of this node is installed.',
    'pt-BR': 'Há uma versão mais nova deste nó instalada.',
  },
  'source-changed': {
    en: '{source, select, none {The data that it reads changed.} other {The data “{source}” changed.}}',
    'pt-BR':
      '{source, select, none {Os dados que ele lê mudaram.} other {Os dados “{source}” mudaram.}}',
  },
  'seed-changed': {
    en: 'The seed changed.',
    'pt-BR': 'A semente mudou.',
  },
  'never-cached': {
    en: 'It acts on the outside world or asks somebody, so it runs every time.',
    'pt-BR': 'Ele age no mundo externo ou pergunta a alguém; por isso é executado sempre.',
  },
  'upstream-failed': {
    en: '{nodes, select, none {A node before it failed.} other {Before it, {nodes} failed.}}',
    'pt-BR': '{nodes, select, none {Um nó anterior falhou.} other {Antes dele, {nodes} falhou.}}',
  },
  'not-selected': {
    en: 'It was not needed for what was to be run.',
    'pt-BR': 'Não era necessário para o que se pediu para executar.',
  },
  unchanged: {
    en: 'Nothing that it depends on changed, so its earlier result was used.',
    'pt-BR': 'Nada de que ele depende mudou; o resultado anterior foi usado.',
  },
  'result-gone': {
    en: 'Nothing changed, but its earlier result is no longer kept.',
    'pt-BR': 'Nada mudou, mas o resultado anterior não está mais guardado.',
  },
  'branch-not-taken': {
    en: 'The other branch was taken.',
    'pt-BR': 'O outro caminho foi seguido.',
  },
  'run-cancelled': {
    en: 'The run was cancelled before its turn.',
    'pt-BR': 'A execução foi cancelada antes da vez dele.',
  },
  'asked-for': {
    en: 'It was asked to be computed again.',
    'pt-BR': 'Pediu-se que fosse calculado de novo.',
  },
  pinned: {
    en: 'It is pinned, so its kept result was used.',
    'pt-BR': 'Ele está fixado; o resultado guardado foi usado.',
  },
  'upstream-waiting': {
    en: '{nodes, select, none {A node before it waits for an answer.} other {Before it, {nodes} waits for an answer.}}',
    'pt-BR':
      '{nodes, select, none {Um nó anterior espera uma resposta.} other {Antes dele, {nodes} espera uma resposta.}}',
  },
};

/** The reason in a reader's language. */
export function describeReason(reason: Reason, locale: Locale): string {
  return formatMessage(reasons[reason.code][locale], reason.params ?? {}, locale);
}
