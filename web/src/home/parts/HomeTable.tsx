import type { ReactNode } from 'react';
import type { MessageId } from '../../i18n/messages.ts';
import { useText } from '../../i18n/useText.ts';

/** What a column is called: over numbers, or for those alone who hear the page. */
type Head = MessageId | readonly [id: MessageId, as: 'number' | 'heard'];

type Props = {
  readonly heads: readonly Head[];
  /** The rows. */
  readonly children: ReactNode;
};

/** A list of Home: a line for each thing. */
export function HomeTable({ heads, children }: Props): ReactNode {
  const say = useText();
  return (
    <table className="home-table home-list">
      <thead>
        <tr>
          {heads.map((head) => {
            const [id, as] = typeof head === 'string' ? [head] : head;
            const title = say(id);
            return (
              <th key={id} className={as === 'number' ? 'number' : undefined}>
                {as === 'heard' ? <span className="visually-hidden">{title}</span> : title}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
