import { defineErrors } from './entry.ts';

/** A value that a JSON Schema refuses: a field of a document, or a parameter of a node. */
export const valueErrors = defineErrors({
  title: { en: 'A value is not allowed here', 'pt-BR': 'Um valor não é permitido aqui' },
  entries: {
    'value-wrong-type': {
      kind: 'user',
      params: ['field', 'expected', 'found'],
      en: {
        message: '{field} must be {expected}, and it is {found}.',
        remedy: 'Enter a value of the right kind.',
      },
      'pt-BR': {
        message: '{field} deve ser do tipo {expected}, mas é do tipo {found}.',
        remedy: 'Informe um valor do tipo certo.',
      },
    },
    'value-missing': {
      kind: 'user',
      params: ['field'],
      en: { message: '{field} is missing.', remedy: 'Give it a value.' },
      'pt-BR': { message: 'Falta {field}.', remedy: 'Informe um valor.' },
    },
    'param-required': {
      kind: 'user',
      params: ['param'],
      en: { message: 'The setting “{param}” is empty.', remedy: 'Fill it in.' },
      'pt-BR': { message: 'A configuração “{param}” está vazia.', remedy: 'Preencha.' },
    },
    'field-unknown': {
      kind: 'user',
      params: ['field', 'known'],
      en: {
        message: '{field} is not known here. Known are: {known}.',
        remedy: 'Correct the name or remove the field.',
      },
      'pt-BR': {
        message: '{field} não é conhecido aqui. São conhecidos: {known}.',
        remedy: 'Corrija o nome ou remova o campo.',
      },
    },
    'field-name-not-allowed': {
      kind: 'user',
      params: ['field', 'name'],
      en: {
        message: 'The name “{name}” is not allowed in {field}.',
        remedy: 'Begin with a letter or digit and use only letters, digits, _ and -, at most 64.',
      },
      'pt-BR': {
        message: 'O nome “{name}” não é permitido em {field}.',
        remedy: 'Comece com letra ou dígito e use só letras, dígitos, _ e -, no máximo 64.',
      },
    },
    'identifier-wrong': {
      kind: 'user',
      params: ['field', 'value'],
      en: {
        message: '{field} is “{value}”, which cannot be an id.',
        remedy: 'Begin with a letter or digit and use only letters, digits, _ and -, at most 64.',
      },
      'pt-BR': {
        message: '{field} é “{value}”, que não pode ser um identificador.',
        remedy: 'Comece com letra ou dígito e use só letras, dígitos, _ e -, no máximo 64.',
      },
    },
    'value-not-among': {
      kind: 'user',
      params: ['field', 'value', 'allowed'],
      en: {
        message: '{field} is {value}, and only these are possible: {allowed}.',
        remedy: 'Choose one of them.',
      },
      'pt-BR': {
        message: '{field} é {value}, mas só estes são possíveis: {allowed}.',
        remedy: 'Escolha um deles.',
      },
    },
    'value-too-small': {
      kind: 'user',
      params: ['field', 'value', 'limit'],
      en: {
        message: '{field} is {value}; it must be {limit} or more.',
        remedy: 'Enter a larger number.',
      },
      'pt-BR': {
        message: '{field} é {value}; deve ser {limit} ou mais.',
        remedy: 'Informe um número maior.',
      },
    },
    'value-too-large': {
      kind: 'user',
      params: ['field', 'value', 'limit'],
      en: {
        message: '{field} is {value}; it must be {limit} or less.',
        remedy: 'Enter a smaller number.',
      },
      'pt-BR': {
        message: '{field} é {value}; deve ser {limit} ou menos.',
        remedy: 'Informe um número menor.',
      },
    },
    'value-not-above': {
      kind: 'user',
      params: ['field', 'value', 'limit'],
      en: {
        message: '{field} is {value}; it must be more than {limit}.',
        remedy: 'Enter a larger number.',
      },
      'pt-BR': {
        message: '{field} é {value}; deve ser maior que {limit}.',
        remedy: 'Informe um número maior.',
      },
    },
    'value-not-below': {
      kind: 'user',
      params: ['field', 'value', 'limit'],
      en: {
        message: '{field} is {value}; it must be less than {limit}.',
        remedy: 'Enter a smaller number.',
      },
      'pt-BR': {
        message: '{field} é {value}; deve ser menor que {limit}.',
        remedy: 'Informe um número menor.',
      },
    },
    'value-not-multiple': {
      kind: 'user',
      params: ['field', 'value', 'step'],
      en: {
        message: '{field} is {value}; it must be a multiple of {step}.',
        remedy: 'Enter a multiple of {step}.',
      },
      'pt-BR': {
        message: '{field} é {value}; deve ser múltiplo de {step}.',
        remedy: 'Informe um múltiplo de {step}.',
      },
    },
    'text-too-short': {
      kind: 'user',
      params: ['field', 'limit'],
      en: {
        message: '{field} needs at least {limit, plural, one {# character} other {# characters}}.',
        remedy: 'Enter a longer text.',
      },
      'pt-BR': {
        message:
          '{field} precisa de pelo menos {limit, plural, one {# caractere} other {# caracteres}}.',
        remedy: 'Informe um texto mais longo.',
      },
    },
    'text-too-long': {
      kind: 'user',
      params: ['field', 'limit'],
      en: {
        message:
          '{field} may have at most {limit, plural, one {# character} other {# characters}}.',
        remedy: 'Shorten the text.',
      },
      'pt-BR': {
        message:
          '{field} pode ter no máximo {limit, plural, one {# caractere} other {# caracteres}}.',
        remedy: 'Encurte o texto.',
      },
    },
    'text-wrong-form': {
      kind: 'user',
      params: ['field', 'value', 'form'],
      en: {
        message: '{field} is “{value}”, which does not have the required form ({form}).',
        remedy: 'Correct the text so that it fits the form.',
      },
      'pt-BR': {
        message: '{field} é “{value}”, que não segue a forma exigida ({form}).',
        remedy: 'Corrija o texto para seguir a forma.',
      },
    },
    'list-too-short': {
      kind: 'user',
      params: ['field', 'limit', 'count'],
      en: {
        message:
          '{field} has {count, plural, =0 {no items} one {# item} other {# items}}; at least {limit, number} needed.',
        remedy: 'Add items to the list.',
      },
      'pt-BR': {
        message:
          '{field} tem {count, plural, =0 {nenhum item} one {# item} other {# itens}}; o mínimo é {limit, number}.',
        remedy: 'Acrescente itens à lista.',
      },
    },
    'list-too-long': {
      kind: 'user',
      params: ['field', 'limit', 'count'],
      en: {
        message:
          '{field} has {count, plural, one {# item} other {# items}}; at most {limit, number} allowed.',
        remedy: 'Remove items from the list.',
      },
      'pt-BR': {
        message:
          '{field} tem {count, plural, one {# item} other {# itens}}; o máximo é {limit, number}.',
        remedy: 'Remova itens da lista.',
      },
    },
    'list-repeats': {
      kind: 'user',
      params: ['field', 'first', 'second'],
      en: {
        message:
          '{field} has the same item twice, at positions {first, number} and {second, number}.',
        remedy: 'Remove one of the two.',
      },
      'pt-BR': {
        message:
          '{field} tem o mesmo item duas vezes, nas posições {first, number} e {second, number}.',
        remedy: 'Remova um dos dois.',
      },
    },
    'value-fits-none': {
      kind: 'user',
      params: ['field'],
      en: {
        message: '{field} fits none of the forms that are possible here.',
        remedy: 'Set this field again in its form.',
      },
      'pt-BR': {
        message: '{field} não segue nenhuma das formas possíveis aqui.',
        remedy: 'Preencha este campo de novo no formulário.',
      },
    },
    'value-refused': {
      kind: 'user',
      params: ['field', 'rule'],
      en: {
        message: '{field} does not satisfy the rule “{rule}”.',
        remedy: 'Set this field again in its form.',
      },
      'pt-BR': {
        message: '{field} não cumpre a regra “{rule}”.',
        remedy: 'Preencha este campo de novo no formulário.',
      },
    },
    'parameter-unknown': {
      kind: 'user',
      params: ['parameter', 'known'],
      en: {
        message:
          'There is no parameter “{parameter}”. There {known, select, none {are none} other {are: {known}}}.',
        remedy: 'Correct the name, or add the parameter to the pipeline.',
      },
      'pt-BR': {
        message:
          'Não há parâmetro “{parameter}”. {known, select, none {Não há nenhum} other {Há estes: {known}}}.',
        remedy: 'Corrija o nome ou acrescente o parâmetro ao pipeline.',
      },
    },
    'parameter-repeated': {
      kind: 'user',
      params: ['parameter'],
      en: {
        message: 'Two parameters are named “{parameter}”.',
        remedy: 'Rename one of them.',
      },
      'pt-BR': {
        message: 'Dois parâmetros se chamam “{parameter}”.',
        remedy: 'Renomeie um deles.',
      },
    },
    'parameter-without-value': {
      kind: 'user',
      params: ['parameter'],
      en: {
        message: 'The parameter “{parameter}” has no value and no default.',
        remedy:
          'Give it a value at a field that it stands for, or with --set {parameter}=… by command.',
      },
      'pt-BR': {
        message: 'O parâmetro “{parameter}” não tem valor nem valor padrão.',
        remedy:
          'Informe um valor em um campo dele, ou com --set {parameter}=… na linha de comando.',
      },
    },
    'parameter-wrong-type': {
      kind: 'user',
      params: ['parameter', 'expected', 'value'],
      en: {
        message: 'The parameter “{parameter}” is {value}, and it must be {expected}.',
        remedy: 'Give a value of that kind.',
      },
      'pt-BR': {
        message: 'O parâmetro “{parameter}” é {value}, mas deve ser do tipo {expected}.',
        remedy: 'Informe um valor desse tipo.',
      },
    },
  },
});
