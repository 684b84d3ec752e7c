import { defineErrors } from './entry.ts';

/** Training a model and measuring it. */
export const learningErrors = defineErrors({
  title: {
    en: 'The model cannot learn',
    'pt-BR': 'O modelo não consegue aprender',
  },
  entries: {
    'target-not-set': {
      kind: 'user',
      params: [],
      en: {
        message: 'No column has the role “target”, so there is nothing to learn to predict.',
        remedy: 'Set the target with “Set roles and types”.',
      },
      'pt-BR': {
        message: 'Nenhuma coluna tem o papel “alvo”; não há o que aprender a prever.',
        remedy: 'Defina o alvo com “Definir papéis e tipos”.',
      },
    },
    'target-several': {
      kind: 'user',
      params: ['columns'],
      en: {
        message: 'Several columns have the role “target”: {columns}.',
        remedy: 'Keep one of them as the target.',
      },
      'pt-BR': {
        message: 'Mais de uma coluna tem o papel “alvo”: {columns}.',
        remedy: 'Mantenha só uma delas como alvo.',
      },
    },
    'target-missing': {
      kind: 'user',
      params: ['target', 'known'],
      en: {
        message: 'The target “{target}” is not in the table. It has {known}.',
        remedy: 'Choose a column that the table has.',
      },
      'pt-BR': {
        message: 'O alvo “{target}” não está na tabela. Ela tem {known}.',
        remedy: 'Escolha uma coluna que a tabela tenha.',
      },
    },
    'target-constant': {
      kind: 'user',
      params: ['target', 'value'],
      en: {
        message:
          'Every training row has the same value in the target “{target}”: “{value}”. There is nothing to tell apart.',
        remedy: 'Choose another target, or use data with at least two values.',
      },
      'pt-BR': {
        message:
          'Todas as linhas de treino têm o mesmo valor no alvo “{target}”: “{value}”. Não há o que distinguir.',
        remedy: 'Escolha outro alvo ou use dados com pelo menos dois valores.',
      },
    },
    'target-all-missing': {
      kind: 'user',
      params: ['target'],
      en: {
        message: 'The target “{target}” is empty in every row.',
        remedy: 'Choose another target, or use data where it is known.',
      },
      'pt-BR': {
        message: 'O alvo “{target}” está vazio em todas as linhas.',
        remedy: 'Escolha outro alvo ou use dados em que ele seja conhecido.',
      },
    },
    'target-rows-dropped': {
      kind: 'user',
      params: ['target', 'count'],
      en: {
        message:
          '{count, plural, one {# row without a value in the target “{target}” was} other {# rows without a value in the target “{target}” were}} left out.',
        remedy: 'If that is too many, look at where the missing values come from.',
      },
      'pt-BR': {
        message:
          '{count, plural, one {# linha sem valor no alvo “{target}” ficou} other {# linhas sem valor no alvo “{target}” ficaram}} de fora.',
        remedy: 'Se forem muitas, veja de onde vêm os valores ausentes.',
      },
    },
    'learner-needs-number': {
      kind: 'user',
      params: ['target'],
      en: {
        message: 'This node estimates numbers, and the target “{target}” is a category.',
        remedy: 'Use a node that classifies, or give the target the meaning “number”.',
      },
      'pt-BR': {
        message: 'Este nó estima números, e o alvo “{target}” é uma categoria.',
        remedy: 'Use um nó que classifique ou dê ao alvo o significado “número”.',
      },
    },
    'learner-needs-category': {
      kind: 'user',
      params: ['target'],
      en: {
        message: 'This node classifies, and the target “{target}” is a number.',
        remedy: 'Use a node that estimates numbers, or give the target the meaning “category”.',
      },
      'pt-BR': {
        message: 'Este nó classifica, e o alvo “{target}” é um número.',
        remedy: 'Use um nó que estime números ou dê ao alvo o significado “categoria”.',
      },
    },
    'classes-too-many': {
      kind: 'user',
      params: ['target', 'count', 'limit'],
      en: {
        message:
          'The target “{target}” has {count, number} different values; at most {limit, number} classes are possible.',
        remedy: 'Group rare values, or check that the target is not an identifier.',
      },
      'pt-BR': {
        message:
          'O alvo “{target}” tem {count, number} valores diferentes; o máximo é {limit, number} classes.',
        remedy: 'Agrupe valores raros ou confira se o alvo não é um identificador.',
      },
    },
    'class-curves-left-out': {
      kind: 'user',
      params: ['shown', 'others'],
      en: {
        message:
          'Curves are drawn for the {shown, number} classes with the most rows; {others, plural, one {# other class has} other {# other classes have}} none.',
        remedy: 'The figures of every class stand in the table by class.',
      },
      'pt-BR': {
        message:
          'Há curvas para as {shown, number} classes com mais linhas; {others, plural, one {# outra classe fica} other {# outras classes ficam}} sem curva.',
        remedy: 'As métricas de cada classe estão na tabela por classe.',
      },
    },
    'classes-all-numbers': {
      kind: 'user',
      params: ['count'],
      en: {
        message:
          'The target has {count, number} different values, all of them numbers, and each was taken as a class of its own.',
        remedy: 'If it is an amount, estimate it as a number: with a regression and its metrics.',
      },
      'pt-BR': {
        message:
          'O alvo tem {count, number} valores diferentes, todos números, e cada um foi tomado como uma classe.',
        remedy: 'Se é uma quantidade, estime-a como número: com uma regressão e suas métricas.',
      },
    },
    'class-absent': {
      kind: 'user',
      params: ['classes', 'count', 'part'],
      en: {
        message:
          '{count, plural, one {The class {classes} has} other {The classes {classes} have}} no row in the {part, select, train {training} validation {validation} test {test} other {{part}}} part.',
        remedy:
          'Split again with the same share of each class in every part, or leave out classes with very few rows.',
      },
      'pt-BR': {
        message:
          '{count, plural, one {A classe {classes} não tem} other {As classes {classes} não têm}} nenhuma linha na parte de {part, select, train {treino} validation {validação} test {teste} other {{part}}}.',
        remedy:
          'Separe de novo com a mesma proporção de cada classe em cada parte ou deixe de fora classes com muito poucas linhas.',
      },
    },
    'training-rows-none': {
      kind: 'user',
      params: ['target'],
      en: {
        message: 'No training row is left with a value in the target “{target}”.',
        remedy: 'Look at the filters and the split before this node.',
      },
      'pt-BR': {
        message: 'Não sobrou nenhuma linha de treino com valor no alvo “{target}”.',
        remedy: 'Examine os filtros e a separação antes deste nó.',
      },
    },
    'test-rows-none': {
      kind: 'user',
      params: [],
      en: {
        message: 'There are no test rows with a known target, so nothing can be measured.',
        remedy: 'Put “Split train and test” before training, or make the test part larger.',
      },
      'pt-BR': {
        message: 'Não há linhas de teste com alvo conhecido; não há o que medir.',
        remedy: 'Coloque “Separar treino e teste” antes do treino ou aumente a parte de teste.',
      },
    },
    'predictions-missing': {
      kind: 'user',
      params: [],
      en: {
        message: 'The table holds no predictions.',
        remedy: 'Put “Predict” before this node.',
      },
      'pt-BR': {
        message: 'A tabela não contém previsões.',
        remedy: 'Coloque “Prever” antes deste nó.',
      },
    },
    'features-none': {
      kind: 'user',
      params: [],
      en: {
        message: 'No column has the role “feature”, so there is nothing to learn from.',
        remedy: 'Give at least one column the role “feature”.',
      },
      'pt-BR': {
        message: 'Nenhuma coluna tem o papel “atributo”; não há de onde aprender.',
        remedy: 'Dê a pelo menos uma coluna o papel “atributo”.',
      },
    },
    'feature-not-number': {
      kind: 'user',
      params: ['column', 'columns', 'count'],
      en: {
        message:
          '{count, plural, one {The feature “{column}” is not a number} other {# features are not numbers: {columns}}}, and a model learns from numbers only.',
        remedy:
          'Put “Encode categories” or “Date parts” before this node, or give them the role “ignored”.',
      },
      'pt-BR': {
        message:
          '{count, plural, one {O atributo “{column}” não é um número} other {# atributos não são números: {columns}}}, e um modelo só aprende com números.',
        remedy:
          'Coloque “Codificar categorias” ou “Partes da data” antes deste nó ou dê a eles o papel “ignorado”.',
      },
    },
    'feature-missing-values': {
      kind: 'user',
      params: ['column', 'count'],
      en: {
        message:
          'The feature “{column}” is empty in {count, plural, one {# row} other {# rows}}, and this model cannot learn from empty cells.',
        remedy: 'Put “Fill missing values” before this node.',
      },
      'pt-BR': {
        message:
          'O atributo “{column}” está vazio em {count, plural, one {# linha} other {# linhas}}, e este modelo não aprende com células vazias.',
        remedy: 'Coloque “Preencher valores ausentes” antes deste nó.',
      },
    },
    'weights-wrong': {
      kind: 'user',
      params: ['column', 'count'],
      en: {
        message:
          'In the weight “{column}”, {count, plural, =0 {every row has 0} one {# row has no number of 0 or more} other {# rows have no number of 0 or more}}.',
        remedy: 'Fill or correct the weights, or give the column another role.',
      },
      'pt-BR': {
        message:
          'No peso “{column}”, {count, plural, =0 {todas as linhas têm 0} one {# linha não tem um número a partir de 0} other {# linhas não têm um número a partir de 0}}.',
        remedy: 'Preencha ou corrija os pesos ou dê outro papel à coluna.',
      },
    },
    'category-unseen': {
      kind: 'user',
      params: ['column', 'values', 'count', 'rows'],
      en: {
        message:
          '{rows, plural, one {# row has} other {# rows have}} in the column “{column}” {count, plural, one {a category that the model never saw in training: {values}} other {# categories that the model never saw in training, among them {values}}}.',
        remedy:
          'The model answers as if the category were unknown. If there are many such rows, train again with data that has them.',
      },
      'pt-BR': {
        message:
          '{rows, plural, one {# linha tem} other {# linhas têm}} na coluna “{column}” {count, plural, one {uma categoria que o modelo nunca viu no treino: {values}} other {# categorias que o modelo nunca viu no treino, entre elas {values}}}.',
        remedy:
          'O modelo responde como se a categoria fosse desconhecida. Se houver muitas linhas assim, treine de novo com dados que as tenham.',
      },
    },
    'features-far-apart': {
      kind: 'user',
      params: ['widest', 'narrowest', 'times'],
      en: {
        message:
          'The feature “{widest}” varies about {times, number} times as much as “{narrowest}”, so this model may learn little from the narrower ones.',
        remedy: 'Put “Scale numbers” before this node.',
      },
      'pt-BR': {
        message:
          'O atributo “{widest}” varia cerca de {times, number} vezes mais que “{narrowest}”; este modelo pode aprender pouco com os mais estreitos.',
        remedy: 'Coloque “Pôr números na mesma escala” antes deste nó.',
      },
    },
    'training-diverged': {
      kind: 'user',
      params: ['epoch'],
      en: {
        message:
          'The loss is no longer a number after epoch {epoch, number}: the training ran out of control.',
        remedy: 'Lower the learning rate, and put “Scale numbers” before this node.',
      },
      'pt-BR': {
        message:
          'A perda deixou de ser um número após a época {epoch, number}: o treino saiu de controle.',
        remedy:
          'Reduza a taxa de aprendizado e coloque “Pôr números na mesma escala” antes deste nó.',
      },
    },
    'folds-too-many': {
      kind: 'user',
      params: ['folds', 'rows'],
      en: {
        message:
          '{rows, plural, one {# row} other {# rows}} cannot be divided into {folds, number} folds.',
        remedy: 'Use fewer folds.',
      },
      'pt-BR': {
        message:
          '{rows, plural, one {# linha não pode ser dividida} other {# linhas não podem ser divididas}} em {folds, number} dobras.',
        remedy: 'Use menos dobras.',
      },
    },
  },
});
