/** The bytes that somebody sends, kept whole or not at all. */
import { type Readable, Transform } from 'node:stream';
import { EsteiraError, fromThrown } from '#schemas/errors.ts';

/**
 * Nothing is kept of a stream that breaks off: whoever sent it cannot know how much arrived. Throws `upload-cut-off`,
 * or what `keep` throws. The stream is over afterwards.
 */
export async function receive<T>(
  stream: Readable,
  keep: (whole: Readable) => Promise<T>,
): Promise<T> {
  let received = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length;
      done(null, chunk);
    },
  });
  // A stream may end before whoever keeps it listens: without a listener, that would end the process.
  count.on('error', () => {});
  // A plain pipe does not pass errors on.
  stream.once('error', (error) => count.destroy(error));
  const end = (): void => {
    if (!stream.readableEnded) count.destroy(new Error('aborted'));
  };
  // What broke off before anybody listened tells it no more.
  if (stream.closed) end();
  else stream.once('close', end);
  try {
    return await keep(stream.pipe(count));
  } catch (cause) {
    const error = fromThrown(cause);
    // What the file system says of the source or of the disk has its own words.
    if (error.code !== 'unexpected') throw error;
    throw new EsteiraError('upload-cut-off', { received }, { cause });
  } finally {
    stream.destroy();
  }
}
