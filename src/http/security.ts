import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** Security headers of everything; scripts, styles, images and forms of this site only, nothing inline. */
export async function secure(server: FastifyInstance, baseUrl: string): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        'object-src': ["'none'"],
      },
    },
    // a browser must not be told to come back by https only where there is none
    strictTransportSecurity: baseUrl.startsWith('https:'),
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    xFrameOptions: { action: 'deny' },
  });
}
