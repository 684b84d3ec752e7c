import { Suspense, type ReactNode } from 'react';
import { lazily } from '../app/lazily.ts';
import { ChoiceField, ChoicesField, FlagField } from './fields/ChoiceFields.tsx';
import { ColumnField } from './fields/ColumnField.tsx';
import { ColumnsField } from './fields/ColumnsField.tsx';
import { DatasetField } from './fields/DatasetField.tsx';
import { DefinitionField } from './fields/DefinitionField.tsx';
import { JsonField } from './fields/JsonField.tsx';
import { ListField } from './fields/ListField.tsx';
import { MatrixField } from './fields/MatrixField.tsx';
import { NumberField } from './fields/NumberField.tsx';
import { TextField } from './fields/TextField.tsx';
import { ConditionField } from './condition/ConditionField.tsx';
import type { FieldProps } from './FormWorld.ts';
import { FormulaComing } from './formula/FormulaComing.tsx';
import { isShowable } from './model/showable.ts';
import './fields/inputs.css';
import './fields/fields.css';
import './formula/formula.css';

// The reader of formulas comes along only where one is edited.
const FormulaField = lazily(async () => ({
  default: (await import('./formula/FormulaField.tsx')).FormulaField,
}));

/** The control of a field, by its widget; for what does not fit into that, its JSON. */
export function FieldInput(props: FieldProps): ReactNode {
  if (!isShowable(props.field, props.value)) return <JsonField {...props} />;
  switch (props.field.widget) {
    case 'text':
    case 'file-name':
      return <TextField {...props} />;
    case 'number':
      return <NumberField {...props} />;
    case 'flag':
      return <FlagField {...props} />;
    case 'choice':
    case 'sample':
      return <ChoiceField {...props} />;
    case 'choices':
      return <ChoicesField {...props} />;
    case 'column':
      return <ColumnField {...props} />;
    case 'columns':
      return <ColumnsField {...props} />;
    case 'dataset':
      return <DatasetField {...props} />;
    case 'definition':
      return <DefinitionField {...props} />;
    case 'expression':
      return (
        <Suspense fallback={<FormulaComing />}>
          <FormulaField {...props} />
        </Suspense>
      );
    case 'condition':
      return <ConditionField {...props} />;
    case 'list':
      return <ListField {...props} />;
    case 'json':
      return props.field.schema.items?.type === 'array' ? (
        <MatrixField {...props} />
      ) : (
        <JsonField {...props} />
      );
  }
}
