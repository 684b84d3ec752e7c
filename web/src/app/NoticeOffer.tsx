import { Button, Popover, Tooltip } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useText } from '../i18n/useText.ts';
import { OFFER_MS } from '../store/endNotice.ts';
import { Icon } from './Icon.tsx';
import { isNotifying, switchNotifying, useNotifying, watchNotifying } from './notifying.ts';
import { useEditor } from './useEditor.ts';
import { useNow } from './useNow.ts';
import './NoticeOffer.css';

/** While a run takes longer than a few seconds: to be told when it ends. Nothing where the browser has no notices. */
export function NoticeOffer(): ReactNode {
  const since = useEditor(({ run: { current } }) =>
    current?.status === 'running' || current?.status === 'queued'
      ? (current.startedAt ?? current.createdAt)
      : undefined,
  );
  const isAble = useNotifying(({ permission }) => permission !== undefined);
  const now = useNow(since !== undefined);
  useEffect(() => watchNotifying(), []);
  const isLong = since !== undefined && now - Date.parse(since) > OFFER_MS;
  return isAble && isLong ? <Offer /> : null;
}

function Offer(): ReactNode {
  const say = useText();
  const isOn = useNotifying(isNotifying);
  const isDenied = useNotifying(({ permission }) => permission === 'denied');
  const [isTold, setTold] = useState(false);
  const keys = useKeysOn();
  const click = async (): Promise<void> => {
    setTold((await switchNotifying()) === 'refused');
  };
  const words = say('notice.offer');
  return (
    <Popover
      opened={isTold && isDenied}
      onChange={setTold}
      position="bottom-end"
      withRoles={false}
      shadow="md"
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Tooltip label={isOn ? say('notice.on') : words} disabled={isTold}>
          <Button
            size="xs"
            variant={isOn ? 'light' : 'subtle'}
            className="notice-offer"
            aria-pressed={isOn}
            aria-label={words}
            onClick={() => void click()}
            {...keys}
          >
            <Icon name={isOn ? 'bellOn' : 'bell'} size={16} />
            {!isOn && <span className="notice-words">{words}</span>}
          </Button>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <div className="notice-refused" role="alert">
          <strong>{say('notice.refused')}</strong>
          <p>{say('notice.refused.what')}</p>
          <p className="quiet">{say('notice.refused.else')}</p>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Where the keys were on it when the run ended, they go on to the button beside it. */
function useKeysOn() {
  const [keys] = useState(() => ({ areHere: false }));
  useEffect(
    () => () => {
      if (!keys.areHere) return;
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        document.querySelector<HTMLElement>('[data-tour="run"] button')?.focus();
      });
    },
    [keys],
  );
  const set = (areHere: boolean) => () => void Object.assign(keys, { areHere });
  return { onFocus: set(true), onBlur: set(false) };
}
