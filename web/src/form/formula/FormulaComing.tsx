import type { ReactNode } from 'react';
import { Coming } from '../../app/Coming.tsx';

/** In the place of a formula whose editor is on its way; its height is kept, so that nothing jumps. */
export function FormulaComing(): ReactNode {
  return (
    <div className="formula-loading">
      <Coming />
    </div>
  );
}
