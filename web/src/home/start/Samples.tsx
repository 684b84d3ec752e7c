import { useState, type ReactNode } from 'react';
import { choiceLabel } from '../../app/choiceLabel.ts';
import { useEditor } from '../../app/useEditor.ts';
import { importSample, listSamples, type SampleSummary } from '../../api.ts';
import { useLocale, useText } from '../../i18n/useText.ts';
import { Icon } from '../../app/Icon.tsx';
import { useNotices } from '../parts/Notices.tsx';
import { useLoaded } from '../parts/useLoaded.ts';
import { taskOf } from './candidates.ts';

type Props = {
  readonly template: string | undefined;
  readonly onChoose: (dataset: string) => void;
};

const load = (signal: AbortSignal) => listSamples(signal);

/** Tables that come with the product, for whoever has none at hand: those that the template can learn from. */
export function Samples({ template, onChoose }: Props): ReactNode {
  const say = useText();
  const words = useSampleWords();
  const { attempt } = useNotices();
  const { value = [] } = useLoaded(load);
  const [isBusy, setBusy] = useState(false);
  const choose = async (name: string): Promise<void> => {
    setBusy(true);
    await attempt(async () => onChoose((await importSample(name)).id));
    setBusy(false);
  };
  const fitting = value.filter((sample) => fits(sample, template));
  if (fitting.length === 0) return null;
  return (
    <section className="home-block">
      <h2>{say('home.start.samples')}</h2>
      <ul className="known-files">
        {fitting.map(({ name }) => {
          const [title = name, ...rest] = words(name).split(': ');
          return (
            <li key={name}>
              <button type="button" disabled={isBusy} onClick={() => void choose(name)}>
                <Icon name="file" />
                <span className="sample-words">
                  <strong>{title}</strong>
                  <span className="quiet">{rest.join(': ')}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** A number cannot be told apart as a class, nor a class be estimated. */
function fits({ meaning }: SampleSummary, template: string | undefined): boolean {
  if (template === undefined) return true;
  return (meaning === 'number') === (taskOf(template) === 'regression');
}

/** A sample is called as the node of sample data calls it among its choices. */
function useSampleWords(): (name: string) => string {
  const locale = useLocale();
  const type = useEditor(({ catalogue }) => catalogue.types.get('sample-data'));
  return (name) => (type && choiceLabel(type, 'name', name, locale)) ?? name;
}
