import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { Button, CloseButton } from '@mantine/core';
import { ApiError } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import './Notices.css';

export type Notice = {
  readonly text: string;
  readonly kind?: 'info' | 'problem';
  /** Takes back what was done, or goes on from it. */
  readonly action?: { readonly label: string; readonly run: () => void };
};

type Notices = {
  /** Without one, what was told last is no longer so. */
  readonly tell: (notice?: Notice) => void;
  /** Does something; what keeps the server from it is told. Says whether it was done. */
  readonly attempt: (work: () => Promise<unknown>) => Promise<boolean>;
};

const NoticesContext = createContext<Notices | undefined>(undefined);

export function useNotices(): Notices {
  const notices = useContext(NoticesContext);
  if (notices === undefined) throw new Error('useNotices stands outside Notices.');
  return notices;
}

/** One sentence at the foot of the page about what was just done. It stays until the next one, or until it is closed. */
export function NoticesProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const say = useText();
  const [notice, setNotice] = useState<Notice>();
  const attempt = useCallback(async (work: () => Promise<unknown>) => {
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setNotice({ text: `${error.message} ${error.remedy}`.trim(), kind: 'problem' });
      return false;
    }
  }, []);
  const value = useMemo(() => ({ tell: setNotice, attempt }), [attempt]);
  return (
    <NoticesContext value={value}>
      {children}
      <div className="notices" role={notice?.kind === 'problem' ? 'alert' : 'status'}>
        {notice !== undefined && (
          <div className="notice" data-kind={notice.kind ?? 'info'}>
            <span>{notice.text}</span>
            {notice.action !== undefined && (
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => {
                  setNotice(undefined);
                  notice.action?.run();
                }}
              >
                {notice.action.label}
              </Button>
            )}
            <CloseButton
              size="sm"
              aria-label={say('home.close')}
              onClick={() => setNotice(undefined)}
            />
          </div>
        )}
      </div>
    </NoticesContext>
  );
}
