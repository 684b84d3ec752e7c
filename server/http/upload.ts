/** The bytes of a request for a service to take, or to refuse without the connection going down with them. */
import type { IncomingMessage } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';

/**
 * Whoever is sending reads the answer only once all is sent, so what still comes after a refusal is let go by; but not
 * without end.
 */
const LET_GO_BY = 256 * 1024 ** 2;

/** A stream that fails where the request breaks off, and that may be destroyed before its end. */
export function uploadOf(request: IncomingMessage): Readable {
  const upload = new PassThrough();
  request.pipe(upload);
  request.once('close', () => {
    if (!request.complete) upload.destroy(new Error('The request broke off.'));
  });
  // Without a listener, a request that breaks off would end the process.
  request.on('error', (cause) => upload.destroy(cause));
  upload.once('close', () => {
    request.unpipe(upload);
    letGoBy(request);
  });
  return upload;
}

function letGoBy(request: IncomingMessage): void {
  let left = LET_GO_BY;
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
  request.resume();
}
