import { defineNode } from '#nodes/sdk/node.ts';
import { params, text } from '#nodes/sdk/params.ts';
import type { Value } from '#nodes/sdk/values.ts';

export const node = defineNode({
  type: 'approval',
  version: 1,
  category: 'control',
  title: 'Approval',
  summary: 'Waits until a person approves or refuses; what came in goes on by the output chosen.',
  synonyms: ['human in the loop', 'review', 'sign-off', 'wait', 'gate'],
  // Each run asks anew: an answer of last week says nothing about today's data.
  effect: true,
  asks: 'value',
  params: params({
    message: text({
      title: 'Question',
      description: 'What the person reads before deciding.',
      default: 'May this go on?',
      minLength: 1,
      maxLength: 2000,
    }),
  }),
  inputs: { value: { type: 'any', title: 'What waits' } },
  outputs: {
    approved: { type: 'any', title: 'Approved', sameAs: 'value' },
    refused: { type: 'any', title: 'Refused', sameAs: 'value' },
  },
  line: '{message}',
  messages: {
    approved: { message: 'Somebody approved.', remedy: 'What came in went on by “Approved”.' },
    refused: { message: 'Somebody refused.', remedy: 'What came in went on by “Refused”.' },
    approvedSaying: {
      message: 'Somebody approved and wrote: “{comment}”',
      remedy: 'What came in went on by “Approved”.',
    },
    refusedSaying: {
      message: 'Somebody refused and wrote: “{comment}”',
      remedy: 'What came in went on by “Refused”.',
    },
  },
  async run({ params: { message }, inputs, context }) {
    const answer = await context.suspend({ message });
    const value = inputs['value'] as Value;
    const { approved, comment } = answer;
    const given = approved ? 'approved' : 'refused';
    // Kept with the step: who looks at the run later sees what was decided, and why.
    context.log(
      comment === undefined
        ? { code: `approval.${given}`, level: 'info' }
        : { code: `approval.${given}Saying`, level: 'info', params: { comment } },
    );
    return approved ? { approved: value } : { refused: value };
  },
});
