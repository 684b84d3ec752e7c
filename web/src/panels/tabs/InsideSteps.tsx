import type { ReactNode } from 'react';
import type { PipelineNode } from '#schemas/types.ts';
import { nodeTitle } from '../../app/nodeTitle.ts';
import { TypeIcon } from '../../app/TypeIcon.tsx';
import { useEditor } from '../../app/useEditor.ts';
import { useForecast } from '../../app/useReason.ts';
import { useLocale, useText } from '../../i18n/useText.ts';
import { unpinInside } from '../../store/commands/pinInside.ts';
import { canPin, pin } from '../../store/pins.ts';
import { subflowIn } from '../../store/steps.ts';
import { editor } from '../../store/theEditor.ts';
import './InsideSteps.css';

type Props = { readonly node: PipelineNode; readonly definition: string; readonly step: string };

/** The nodes of a subflow as its use runs them: how they fared, what the next run would do, what they keep. */
export function InsideSteps({ step }: { readonly step: string }): ReactNode {
  const say = useText();
  const definitions = useEditor(({ document }) => document.definitions);
  // Which subflow a node runs changes with the node, and then all of the panel is drawn again.
  const definition = subflowIn(step, editor.get().document);
  const nodes = definition === undefined ? [] : definitions[definition]!.nodes;
  // Of a subflow that runs once for each group, no step has this name.
  const isTold = useEditor(({ run, forecast }) =>
    nodes.some(({ id, pinned }) => {
      const inner = `${step}/${id}`;
      return pinned !== undefined || run.steps.has(inner) || forecast.steps.has(inner);
    }),
  );
  if (definition === undefined || !isTold) return null;
  return (
    <section className="inside-steps">
      <h3>{say('panels.inside')}</h3>
      <ul>
        {nodes.map((inner) => (
          <InsideStep
            key={inner.id}
            node={inner}
            definition={definition}
            step={`${step}/${inner.id}`}
          />
        ))}
      </ul>
    </section>
  );
}

function InsideStep({ node, definition, step }: Props): ReactNode {
  const say = useText();
  const locale = useLocale();
  const type = useEditor(({ catalogue }) => catalogue.types.get(node.type));
  const status = useEditor(({ run }) => run.steps.get(step)?.status);
  const isLost = useEditor(({ forecast }) => forecast.lostPins.has(step));
  const mayPin = useEditor((state) => canPin(step, state));
  const next = useForecast(step);
  const title = nodeTitle(node, type, locale);
  const unpin = (): void => {
    editor.dispatch(unpinInside(editor.get().document, definition, node.id));
  };
  return (
    <li>
      <p className="inside-step">
        <TypeIcon type={type} size={20} />
        <b>{title}</b>
        {status !== undefined && <span className="quiet">{say(`state.${status}`)}</span>}
        {node.pinned !== undefined && (
          <button
            type="button"
            className="link-button"
            aria-label={`${say('form.unpin')}: ${title}`}
            onClick={unpin}
          >
            {say('form.unpin')}
          </button>
        )}
        {mayPin && (
          <button
            type="button"
            className="link-button"
            aria-label={`${say('menu.pin')}: ${title}`}
            onClick={() => void pin(editor, step)}
          >
            {say('menu.pin')}
          </button>
        )}
      </p>
      {isLost && <p className="quiet">{say('form.pin.lost')}</p>}
      {next !== undefined && <p className="quiet">{next}</p>}
      <InsideSteps step={step} />
    </li>
  );
}
