import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentErrors } from '#server/services/documents.ts';
