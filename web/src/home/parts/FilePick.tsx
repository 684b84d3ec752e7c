import { Button, type ButtonProps } from '@mantine/core';
import { useRef, type ReactNode } from 'react';

type Props = ButtonProps & {
  readonly accept: string;
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
};

/** A button that opens the system's choice of a file. */
export function FilePick({ accept, onFile, children, ...button }: Props): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...button} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file may be chosen again.
          currentTarget.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </>
  );
}
