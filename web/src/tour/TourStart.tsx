import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { createPipeline, importSample } from '../api.ts';
import { Icon } from '../app/Icon.tsx';
import { useNotices } from '../home/parts/Notices.tsx';
import { propose } from '../home/start/proposal.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import { tourAddress } from './openTour.ts';

/** Small, friendly, and told apart well by any learner. */
const SAMPLE = { name: 'penguins', target: 'species', template: 'classify' } as const;

/** Makes a pipeline that can be run at once, and shows somebody around it. */
export function TourStart(): ReactNode {
  const say = useText();
  const locale = useLocale();
  const [, navigate] = useLocation();
  const { attempt } = useNotices();
  const [isBusy, setBusy] = useState(false);
  const start = async (): Promise<void> => {
    setBusy(true);
    await attempt(async () => {
      const { name, hash } = await importSample(SAMPLE.name);
      const { target, template } = SAMPLE;
      const wish = { dataset: { dataset: name, hash }, target, template, locale };
      const { document } = await propose(wish);
      navigate(tourAddress((await createPipeline(document)).id));
    });
    setBusy(false);
  };
  return (
    <Button
      variant="subtle"
      loading={isBusy}
      leftSection={<Icon name="play" />}
      onClick={() => void start()}
    >
      {say('tour.start')}
    </Button>
  );
}
