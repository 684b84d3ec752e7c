import type { ReactNode } from 'react';
import { useEditor } from '../../app/useEditor.ts';
import { useText } from '../../i18n/useText.ts';
import { ReportView } from '../../results/ReportView.tsx';
import type { State } from '../../store/state.ts';
import { usePicture } from '../data/usePicture.ts';
import { usePlace } from '../data/usePlace.ts';
import { PanelProblem } from '../PanelProblem.tsx';
import { WhereSound } from '../WhereSound.tsx';
import type { Target } from '../target.ts';
import { ReportTab } from './ReportTab.tsx';
import './PictureTab.css';

/** What a node draws: what its run gave while that still holds, else how it would look now. */
export function PictureTab({ target }: { readonly target: Target }): ReactNode {
  const say = useText();
  const { node, type, outputs } = target;
  const isKept = useEditor(({ run }) => holds(run, node.id));
  const port = outputs.find((each) => each.type === 'report');
  if (isKept || port === undefined || type?.previews !== true) return <ReportTab target={target} />;
  return (
    <WhereSound node={node.id} loose={say('panels.picture.loose')}>
      <PicturePreview node={node.id} port={port.name} />
    </WhereSound>
  );
}

/** A result, or an error, of the graph as it is. */
function holds({ steps, stale }: State['run'], node: string): boolean {
  const status = steps.get(node)?.status;
  return (status === 'done' || status === 'cached' || status === 'failed') && !stale.has(node);
}

type Props = { readonly node: string; readonly port: string };

function PicturePreview({ node, port }: Props): ReactNode {
  const say = useText();
  const { report, error, isDrawing } = usePicture(usePlace(node, port));
  if (error !== undefined) return <PanelProblem error={error} />;
  if (report === undefined) return <p className="panel-wait">{say('panels.picture.drawing')}</p>;
  const mark = (
    <span className="picture-mark" role="status">
      {say(isDrawing ? 'panels.picture.drawing' : 'panels.picture.preview')}
    </span>
  );
  return (
    <div className="report-tab picture-preview" aria-busy={isDrawing}>
      <ReportView report={report} mark={mark} />
    </div>
  );
}
