import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** The page takes everything from here, and nothing that is written inside it runs. */
const directives = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** Plain HTTP on one's own machine: HSTS and upgrade-insecure-requests would lock people out of it. */
export const securityHeaders: RequestHandler = helmet({
  contentSecurityPolicy: { useDefaults: false, directives },
  crossOriginEmbedderPolicy: true,
  strictTransportSecurity: false,
  xFrameOptions: { action: 'deny' },
  xXssProtection: false,
});
