import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** What no page uses, nor any page that would show it. */
const NO_DEVICES = ['camera', 'geolocation', 'gyroscope', 'magnetometer', 'microphone', 'payment', 'usb']
  .map((feature) => `${feature}=()`)
  .join(', ');

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join(';');

/** What an answer bears that is given before any hook is asked: it cannot know whether there is https. */
export const HEADERS_BEFORE_HOOKS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': NO_DEVICES,
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/**
 * Security headers of everything: scripts, styles, images, questions and forms of this site only, nothing inline, no text
 * that a script could turn into marks, no frames.
 */
export async function secure(server: FastifyInstance, baseUrl: string): Promise<void> {
  await server.register(helmet, {
    // the same for every answer: helmet would put its text together for each
    contentSecurityPolicy: false,
    // a browser must not be told to come back by https only where there is none; other sites below this name are not ours
    strictTransportSecurity: baseUrl.startsWith('https:') && { maxAge: 31_536_000, includeSubDomains: false },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    xFrameOptions: { action: 'deny' },
  });
  server.addHook('onRequest', (_request, reply, done) => {
    reply.header('Content-Security-Policy', POLICY).header('Permissions-Policy', NO_DEVICES);
    done();
  });
}
