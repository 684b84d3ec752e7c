import type { ReactNode } from 'react';
import { useEditor } from '../app/useEditor.ts';

/** What is known of the selected node or wire: data, profile, charts, report, log, help. */
export function Inspector(): ReactNode {
  const problems = useEditor((state) => state.analysis.problems);
  return (
    <ul>
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.path} ${problem.node}`}>{problem.detail}</li>
      ))}
    </ul>
  );
}
