import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { Pipeline } from '#schemas/types.ts';
import { useText } from '../../i18n/useText.ts';
import { FilePick } from '../parts/FilePick.tsx';
import { Icon } from '../../app/Icon.tsx';
import { useNotices } from '../parts/Notices.tsx';
import { TablePicture } from '../parts/pictures.tsx';
import { PIPELINE_FILES, TABLE_FILES } from '../parts/tableFiles.ts';
import { TourStart } from '../../tour/TourStart.tsx';
import { createNamed } from './createNamed.ts';
import { Gallery } from './Gallery.tsx';
import './StartBlock.css';

const emptyPipeline = (name: string): Pipeline => ({
  format: 1,
  name,
  nodes: [],
  edges: [],
  definitions: {},
  parameters: [],
  seed: 1,
});

type Props = {
  readonly onFile: (file: File) => void;
  /** Nothing has been made here yet. */
  readonly isFirst: boolean;
};

/** Start something: from a file first of all, from a template, or from nothing. */
export function StartBlock({ onFile, isFirst }: Props): ReactNode {
  const say = useText();
  const [, navigate] = useLocation();
  const { attempt } = useNotices();
  const create = (): Promise<boolean> =>
    attempt(async () => {
      const made = await createNamed(emptyPipeline(say('pipeline.untitled')));
      navigate(`/pipelines/${made.id}`);
    });
  return (
    <section className="home-block" data-first={isFirst}>
      <h2>{isFirst ? say('home.start.first') : say('home.start')}</h2>
      <div className="start-block">
        <div className="start-file">
          <div className="start-file-picture">
            <TablePicture />
          </div>
          <div>
            <h3>{say('home.start.file')}</h3>
            <p className="quiet">{say('home.start.fileText')}</p>
            <FilePick accept={TABLE_FILES} onFile={onFile} leftSection={<Icon name="upload" />}>
              {say('home.start.choose')}
            </FilePick>
            <Link href="/start" className="start-sample">
              {say('home.start.trySample')}
            </Link>
          </div>
        </div>
        <Gallery />
      </div>
      <div className="start-other">
        {isFirst && <TourStart />}
        <Button variant="subtle" leftSection={<Icon name="plus" />} onClick={() => void create()}>
          {say('home.start.empty')}
        </Button>
        <FilePick
          variant="subtle"
          accept={PIPELINE_FILES}
          onFile={onFile}
          leftSection={<Icon name="file" />}
        >
          {say('home.start.import')}
        </FilePick>
      </div>
    </section>
  );
}
