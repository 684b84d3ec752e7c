import { Button, type ButtonProps } from '@mantine/core';
import { useRef, type ReactNode } from 'react';

type Props = ButtonProps & {
  readonly accept: string;
  /** Each file of a choice is handed on by itself. */
  readonly multiple?: boolean;
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
};

/** A button that opens the system's choice of a file, or of several. */
export function FilePick({
  accept,
  multiple = false,
  onFile,
  children,
  ...button
}: Props): ReactNode {
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
        multiple={multiple}
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const files = Array.from(currentTarget.files ?? []);
          // The same file may be chosen again.
          currentTarget.value = '';
          for (const file of files) onFile(file);
        }}
      />
    </>
  );
}
