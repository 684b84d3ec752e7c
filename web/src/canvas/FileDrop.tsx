import { CloseButton, Progress } from '@mantine/core';
import { useReactFlow } from '@xyflow/react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Icon } from '../app/Icon.tsx';
import { useText } from '../i18n/useText.ts';
import { setCanvas, useCanvas } from './canvasState.ts';
import { dropTables } from './tableDrop.ts';
import './FileDrop.css';

const hasFiles = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') === true;

/** Says where a file may be let go, and how far it is on its way. */
export function FileDrop(): ReactNode {
  const say = useText();
  const { isOver, cancel } = useDrop();
  return (
    <>
      {isOver && (
        <div className="file-over">
          <p>
            <Icon name="upload" /> {say('drop.here')}
          </p>
        </div>
      )}
      <Upload onClose={cancel} />
    </>
  );
}

/** Files are taken over the canvas alone, but nowhere does the browser leave the page for one. */
function useDrop(): { readonly isOver: boolean; readonly cancel: () => void } {
  const { screenToFlowPosition } = useReactFlow();
  const [isOver, setIsOver] = useState(false);
  const sending = useRef<AbortController>(undefined);
  const cancel = (): void => {
    sending.current?.abort();
    setCanvas({ upload: undefined });
  };
  useEffect(() => {
    const isCanvas = ({ target }: DragEvent): boolean =>
      target instanceof Element && target.closest('.canvas') !== null;
    const over = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      const isHere = isCanvas(event) && !event.defaultPrevented;
      setIsOver(isHere);
      if (event.defaultPrevented) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = isHere ? 'copy' : 'none';
    };
    const leave = ({ relatedTarget }: DragEvent): void => {
      if (relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      setIsOver(false);
      if (!hasFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (!isCanvas(event) || files.length === 0) return;
      sending.current?.abort();
      sending.current = new AbortController();
      const place = screenToFlowPosition({ x: event.clientX, y: event.clientY });
      void dropTables(files, place, sending.current.signal);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
      sending.current?.abort();
      setCanvas({ upload: undefined });
    };
  }, [screenToFlowPosition]);
  return { isOver, cancel };
}

function Upload({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useText();
  const upload = useCanvas((state) => state.upload);
  if (upload === undefined) return null;
  const { file, share, problem } = upload;
  const words =
    problem === undefined
      ? say('drop.sending', { file, share })
      : problem === 'not-a-table'
        ? say('drop.notTable', { file })
        : problem === 'not-a-clip'
          ? say('paste.unreadable')
          : problem === 'no-clipboard'
            ? say('paste.refused')
            : `${problem.message} ${problem.remedy}`;
  return (
    <div className="upload" data-failed={problem !== undefined}>
      <p role={problem === undefined ? 'status' : 'alert'}>{words}</p>
      <CloseButton
        size="sm"
        aria-label={say(problem === undefined ? 'drop.cancel' : 'action.close')}
        onClick={onClose}
      />
      {problem === undefined && (
        <Progress className="upload-bar" value={share * 100} aria-label={words} />
      )}
    </div>
  );
}
