import { Modal } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { EsteiraError } from '#schemas/errors.ts';
import type { Edge, PortSpec } from '#schemas/types.ts';
import { nodeTitle } from '../app/nodeTitle.ts';
import { useEditor } from '../app/useEditor.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import { connect, judge } from '../store/commands/wires.ts';
import { portsOf } from '../store/ports.ts';
import { editor } from '../store/theEditor.ts';
import { setCanvas, useCanvas } from './canvasState.ts';
import './ConnectSheet.css';

/** Wires without a mouse: everything to which the selected node can be wired, as a list of buttons. */
export function ConnectSheet(): ReactNode {
  const say = useText();
  const isOpen = useCanvas((state) => state.sheet === 'connect');
  const id = useEditor(({ view }) => [...view.selectedNodes][0]);
  const close = (): void => setCanvas({ sheet: undefined });
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={say('connect.title')}
      closeButtonProps={{ 'aria-label': say('action.close') }}
    >
      {id === undefined ? <p>{say('connect.selectFirst')}</p> : <Ways id={id} onDone={close} />}
    </Modal>
  );
}

type Way = { readonly edge: Edge; readonly text: string };

function Ways({ id, onDone }: { readonly id: string; readonly onDone: () => void }): ReactNode {
  const say = useText();
  const ways = useWays(id);
  if (ways.length === 0) return <p>{say('connect.none')}</p>;
  return (
    <ul className="connect-ways">
      {ways.map(({ edge, text }, at) => (
        <li key={text}>
          <button
            type="button"
            data-autofocus={at === 0 || undefined}
            onClick={() => {
              const { document, catalogue } = editor.get();
              editor.dispatch(connect(document, catalogue, edge));
              onDone();
            }}
          >
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}

function useWays(id: string): readonly Way[] {
  const say = useText();
  const locale = useLocale();
  const document = useEditor((state) => state.document);
  const catalogue = useEditor((state) => state.catalogue);
  return useMemo(() => {
    const mayJoin = judge(document, catalogue);
    const own = document.nodesById.get(id);
    const ports = own && portsOf(catalogue, document, own);
    if (ports === undefined || ports instanceof EsteiraError) return [];
    const ways: Way[] = [];
    const offer = (edge: Edge, way: 'to' | 'from', values: Readonly<Record<string, string>>) => {
      if (mayJoin(edge.from, edge.to).ok) ways.push({ edge, text: say(`connect.${way}`, values) });
    };
    for (const other of document.nodesById.values()) {
      const theirs = portsOf(catalogue, document, other);
      if (other.id === id || theirs instanceof EsteiraError) continue;
      const node = nodeTitle(other, catalogue.types.get(other.type), locale);
      const title = (port: PortSpec): string => port.title[locale];
      for (const output of ports.outputs) {
        for (const input of theirs.inputs) {
          const edge = {
            from: { node: id, port: output.name },
            to: { node: other.id, port: input.name },
          };
          offer(edge, 'to', { port: title(output), node, input: title(input) });
        }
      }
      for (const output of theirs.outputs) {
        for (const input of ports.inputs) {
          const edge = {
            from: { node: other.id, port: output.name },
            to: { node: id, port: input.name },
          };
          offer(edge, 'from', { port: title(output), node, input: title(input) });
        }
      }
    }
    return ways.slice(0, 200);
  }, [document, catalogue, id, locale, say]);
}
