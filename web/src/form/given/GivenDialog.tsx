import { Button, Group } from '@mantine/core';
import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
  type SyntheticEvent,
} from 'react';
import { documentAsGiven } from '#schemas/document/given.ts';
import type { Problem } from '#schemas/types.ts';
import { nodeTitle } from '../../app/nodeTitle.ts';
import { useEditor } from '../../app/useEditor.ts';
import { useSession } from '../../app/useOpenPipeline.ts';
import { Dialog } from '../../home/parts/Overlay.tsx';
import { useLocale, useText } from '../../i18n/useText.ts';
import { useDescribe } from '../../results/useDescribe.ts';
import { pipelineOf } from '../../store/document.ts';
import type { Said } from '../FormWorld.ts';
import { withTitles } from '../model/titled.ts';
import type { Params } from '../model/types.ts';
import { GivenField } from './GivenField.tsx';
import { fieldFor, givenOf, parameterOf, presets } from './model.ts';
import { useTrial, type Trial } from './useTrial.ts';
import '../form.css';
import './given.css';

type Props = { readonly onClose: () => void };

/** Asks for values of the pipeline's parameters and runs with them, once; the document stays as it is. */
export function GivenDialog({ onClose }: Props): ReactNode {
  const say = useText();
  return (
    <Dialog title={say('run.other.title')} onClose={onClose}>
      <GivenForm onClose={onClose} />
    </Dialog>
  );
}

function GivenForm({ onClose }: Props): ReactNode {
  const say = useText();
  const locale = useLocale();
  const { runs } = useSession();
  const document = useEditor((state) => state.document);
  const types = useEditor(({ catalogue }) => catalogue.types);
  const { parameters } = document;
  // Only what was touched: the pipeline's own may change in another window meanwhile.
  const [touched, touch] = useState<Params>({});
  const values = useMemo(() => ({ ...presets(parameters), ...touched }), [parameters, touched]);
  const given = useMemo(() => givenOf(parameters, values), [parameters, values]);
  const trial = useTrial(given);
  const told = useTold(trial, given);
  const fields = useMemo(() => {
    const nodes = [...document.nodesById.values()];
    return parameters.map((parameter) => {
      return { parameter, ...fieldFor(parameter, { nodes, types, locale }) };
    });
  }, [document, parameters, types, locale]);
  const form = useRef<HTMLFormElement>(null);
  // To run with these, as soon as it is known whether anything is wrong with them.
  const [asked, setAsked] = useState<Params>();
  const isDue = asked === given && trial.isFresh;
  useEffect(() => {
    if (isDue) form.current?.requestSubmit();
  }, [isDue]);
  useFirstField(form);
  const run = (event: SyntheticEvent): void => {
    event.preventDefault();
    setAsked(trial.isFresh ? undefined : given);
    // What cannot be read is still in its control alone.
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong) wrong.focus();
    else if (trial.isFresh && told.others.length === 0) {
      onClose();
      void runs.start(undefined, [], given);
    }
  };
  return (
    <form ref={form} className="given" onSubmit={run} noValidate>
      <p className="quiet">{say('run.other.hint')}</p>
      <div className="form-fields">
        {fields.map(({ parameter, field, node }) => (
          <GivenField
            key={parameter.name}
            {...{ parameter, field, node, values }}
            type={types.get(node?.type ?? '')}
            outputs={trial.outputs}
            told={told.byParameter.get(parameter.name) ?? nothing}
            onChange={(value) => touch((before) => withValue(before, parameter.name, value))}
          />
        ))}
      </div>
      <Others problems={told.others} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {say('run.cancel')}
        </Button>
        <Button type="submit" loading={asked === given}>
          {say('run.start')}
        </Button>
      </Group>
    </form>
  );
}

const nothing: readonly Said[] = [];

/** The keys begin in the first field, not at the cross: the dialog looks for the mark. */
function useFirstField(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    form.current
      ?.querySelector('input, select, textarea, button')
      ?.toggleAttribute('data-autofocus', true);
  }, [form]);
}

/** Undefined takes it back to what the pipeline has. */
function withValue(before: Params, name: string, value: unknown): Params {
  const others = Object.entries(before).filter(([each]) => each !== name);
  return Object.fromEntries(value === undefined ? others : [...others, [name, value]]);
}

type Told = {
  readonly byParameter: ReadonlyMap<string, readonly Said[]>;
  /** What is about no parameter, or about the whole. */
  readonly others: readonly Problem[];
};

/** What would keep the run from its end, each at the parameter that it is about. */
function useTold({ problems }: Trial, given: Params): Told {
  const say = useText();
  const locale = useLocale();
  const describe = useDescribe();
  const document = useEditor((state) => state.document);
  const types = useEditor(({ catalogue }) => catalogue.types);
  return useMemo(() => {
    const { nodes: filled } = documentAsGiven(pipelineOf(document), given);
    const world = { nodes: [...document.nodesById.values()], types, locale };
    const byParameter = new Map<string, Said[]>();
    const others: Problem[] = [];
    for (const problem of problems) {
      const { code, kind, node } = problem;
      if (kind === 'operational') continue;
      const name = parameterOf(problem, filled, world);
      const isOurs = document.parameters.some((each) => each.name === name);
      if (name === undefined || !isOurs) {
        others.push(problem);
        continue;
      }
      const type = types.get(document.nodesById.get(node ?? '')?.type ?? '');
      const isMissing = code === 'parameter-without-value' || code === 'param-required';
      const { message, remedy } = describe(code, withTitles(problem.params, type, locale));
      const text = isMissing ? say('form.issue.required') : message;
      const known = byParameter.get(name) ?? [];
      // Several settings may take it, and say the same.
      if (known.some((each) => each.text === text)) continue;
      const more = isMissing || remedy === '' ? {} : { remedy };
      byParameter.set(name, [...known, { path: `/${name}`, text, ...more }]);
    }
    return { byParameter, others };
  }, [problems, given, document, types, locale, say, describe]);
}

const SHOWN = 3;

function Others({ problems }: { readonly problems: readonly Problem[] }): ReactNode {
  const say = useText();
  const locale = useLocale();
  const describe = useDescribe();
  const document = useEditor((state) => state.document);
  const types = useEditor(({ catalogue }) => catalogue.types);
  const lines = problems.slice(0, SHOWN).map(({ node: id = '', code, params }) => {
    const node = document.nodesById.get(id);
    const type = types.get(node?.type ?? '');
    const { message } = describe(code, withTitles(params, type, locale));
    return node === undefined ? message : `${nodeTitle(node, type, locale)}: ${message}`;
  });
  return (
    <div role="status">
      {lines.length > 0 && (
        <div className="form-problems">
          <p>
            <strong>{say('run.stopped', { count: problems.length })}</strong>
          </p>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {problems.length > SHOWN && (
            <p className="quiet">{say('run.stopped.more', { count: problems.length - SHOWN })}</p>
          )}
        </div>
      )}
    </div>
  );
}
