import { defineErrors } from './entry.ts';

/** The machine, the home folder, the settings. */
export const systemErrors = defineErrors({
  title: { en: 'The system cannot go on', 'pt-BR': 'O sistema não pode continuar' },
  entries: {
    unexpected: {
      kind: 'bug',
      params: ['detail'],
      en: {
        message: 'Something went wrong inside Esteira: {detail}.',
        remedy: 'Try again. If it happens again, report this with what you were doing.',
      },
      'pt-BR': {
        message: 'Algo deu errado dentro do Esteira: {detail}.',
        remedy: 'Tente de novo. Se acontecer outra vez, relate isto com o que você estava fazendo.',
      },
    },
    'disk-full': {
      kind: 'operational',
      status: 507,
      params: [],
      en: {
        message: 'The disk is full, so the result could not be written.',
        remedy: 'Free some space, for example by deleting old runs, and try again.',
      },
      'pt-BR': {
        message: 'O disco está cheio; não foi possível gravar o resultado.',
        remedy: 'Libere espaço, por exemplo excluindo execuções antigas, e tente de novo.',
      },
    },
    'folder-not-writable': {
      kind: 'operational',
      params: ['folder'],
      en: {
        message: 'Nothing can be written to the folder “{folder}”.',
        remedy: 'Choose another folder, or allow writing to it.',
      },
      'pt-BR': {
        message: 'Não é possível gravar na pasta “{folder}”.',
        remedy: 'Escolha outra pasta ou permita a gravação nela.',
      },
    },
    'home-not-writable': {
      kind: 'operational',
      params: ['home'],
      en: {
        message: 'Esteira cannot write to its home folder “{home}”.',
        remedy: 'Allow writing to it, or set ESTEIRA_HOME to another folder.',
      },
      'pt-BR': {
        message: 'O Esteira não consegue gravar na sua pasta “{home}”.',
        remedy: 'Permita a gravação nela ou aponte ESTEIRA_HOME para outra pasta.',
      },
    },
    'home-in-use': {
      kind: 'operational',
      params: ['home', 'process'],
      en: {
        message: 'Another Esteira (process {process}) already uses the home folder “{home}”.',
        remedy: 'Stop the other one, or set ESTEIRA_HOME to another folder.',
      },
      'pt-BR': {
        message: 'Outro Esteira (processo {process}) já usa a pasta “{home}”.',
        remedy: 'Encerre o outro ou aponte ESTEIRA_HOME para outra pasta.',
      },
    },
    'store-newer': {
      kind: 'operational',
      params: [],
      en: {
        message: 'The home folder of Esteira was written by a newer version.',
        remedy: 'Update Esteira, or set ESTEIRA_HOME to another folder.',
      },
      'pt-BR': {
        message: 'A pasta do Esteira foi gravada por uma versão mais nova.',
        remedy: 'Atualize o Esteira ou aponte ESTEIRA_HOME para outra pasta.',
      },
    },
    'store-unreadable': {
      kind: 'operational',
      params: [],
      en: {
        message: 'The database in the home folder of Esteira cannot be read.',
        remedy: 'Restore it from a copy, or set ESTEIRA_HOME to another folder.',
      },
      'pt-BR': {
        message: 'O banco de dados da pasta do Esteira não pode ser lido.',
        remedy: 'Restaure uma cópia ou aponte ESTEIRA_HOME para outra pasta.',
      },
    },
    'store-migration-failed': {
      kind: 'bug',
      params: ['step'],
      en: {
        message:
          'The database could not be brought to the current version; the step “{step}” failed.',
        remedy: 'Nothing was changed. Report this, and go on with the earlier version of Esteira.',
      },
      'pt-BR': {
        message:
          'Não foi possível trazer o banco de dados à versão atual; a etapa “{step}” falhou.',
        remedy: 'Nada foi alterado. Relate isto e siga com a versão anterior do Esteira.',
      },
    },
    'port-in-use': {
      kind: 'operational',
      params: ['port'],
      en: {
        message: 'The port {port} is already in use by another program.',
        remedy: 'Stop that program, or set PORT to another number.',
      },
      'pt-BR': {
        message: 'A porta {port} já está em uso por outro programa.',
        remedy: 'Encerre esse programa ou mude PORT para outro número.',
      },
    },
    'port-not-allowed': {
      kind: 'operational',
      params: ['port'],
      en: {
        message: 'This machine does not let Esteira use the port {port}.',
        remedy: 'Set PORT to a number from 1024 on.',
      },
      'pt-BR': {
        message: 'Esta máquina não permite que o Esteira use a porta {port}.',
        remedy: 'Mude PORT para um número a partir de 1024.',
      },
    },
    'token-needed': {
      kind: 'operational',
      params: ['host'],
      en: {
        message:
          'Esteira would be open to others at “{host}” without a token, so it does not start.',
        remedy: 'Set ESTEIRA_TOKEN, or listen on 127.0.0.1 only.',
      },
      'pt-BR': {
        message:
          'O Esteira ficaria aberto a outras pessoas em “{host}” sem um token; por isso não inicia.',
        remedy: 'Defina ESTEIRA_TOKEN ou use somente 127.0.0.1.',
      },
    },
    'setting-wrong': {
      kind: 'operational',
      params: ['setting', 'value', 'expected'],
      en: {
        message: 'The setting {setting} is “{value}”; it must be {expected}.',
        remedy: 'Correct the setting and start again.',
      },
      'pt-BR': {
        message: 'A configuração {setting} é “{value}”; deve ser {expected}.',
        remedy: 'Corrija a configuração e inicie de novo.',
      },
    },
    'server-stopping': {
      kind: 'operational',
      params: [],
      en: {
        message: 'Esteira is shutting down and takes no new work.',
        remedy: 'Start it again.',
      },
      'pt-BR': {
        message: 'O Esteira está sendo desligado e não aceita novas tarefas.',
        remedy: 'Inicie-o de novo.',
      },
    },
    'command-unknown': {
      kind: 'user',
      params: ['command', 'known'],
      en: {
        message: 'There is no command “{command}”. There are: {known}.',
        remedy: 'Use one of them.',
      },
      'pt-BR': {
        message: 'Não há comando “{command}”. Há estes: {known}.',
        remedy: 'Use um deles.',
      },
    },
    'option-unknown': {
      kind: 'user',
      params: ['option', 'command'],
      en: {
        message: 'The command {command} has no option “{option}”.',
        remedy: 'See esteira {command} --help.',
      },
      'pt-BR': {
        message: 'O comando {command} não tem a opção “{option}”.',
        remedy: 'Veja esteira {command} --help.',
      },
    },
    'option-wrong': {
      kind: 'user',
      params: ['option', 'expected'],
      en: {
        message: 'The option {option} needs {expected}.',
        remedy: 'Give it after the option.',
      },
      'pt-BR': {
        message: 'A opção {option} precisa de {expected}.',
        remedy: 'Informe logo depois da opção.',
      },
    },
    'argument-missing': {
      kind: 'user',
      params: ['argument', 'command'],
      en: {
        message: 'The command {command} needs {argument}.',
        remedy: 'See esteira {command} --help.',
      },
      'pt-BR': {
        message: 'O comando {command} precisa de {argument}.',
        remedy: 'Veja esteira {command} --help.',
      },
    },
    'template-unknown': {
      kind: 'user',
      status: 404,
      params: ['template', 'known'],
      en: {
        message: 'There is no file and no template “{template}”. There are the templates {known}.',
        remedy: 'Correct the name.',
      },
      'pt-BR': {
        message: 'Não há arquivo nem modelo pronto “{template}”. Há os modelos {known}.',
        remedy: 'Corrija o nome.',
      },
    },
  },
});
