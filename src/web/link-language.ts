import type { FastifyInstance } from 'fastify';
import type { Language } from './texts/language.js';
import { visitOf } from './visit.js';

/**
 * Pages in another language than French keep it: every link and every form of theirs leads on in it. Done once, on the
 * page as it is sent, so that no template can forget it. There are no cookies that could remember.
 */
export function keepLanguage(server: FastifyInstance): void {
  server.addHook('onSend', (request, reply, payload, done) => {
    const type = reply.getHeader('content-type');
    const isPage = typeof payload === 'string' && typeof type === 'string' && type.startsWith('text/html');
    done(null, isPage ? linkedIn(payload, visitOf(request.url).language) : payload);
  });
}

/** Addresses of pages begin with a slash; those of files, of the interface and of feeds are the same in all languages. */
const LINK = /(<a\b[^>]* href=")(\/(?!assets\/|api\/v|[^"]*\.(?:atom|xml|png|svg|csv|jsonld))[^"]*)"/g;
const FORM = /<form\b[^>]* action="\/[^>]*>/g;

/** Exported for the tests. @param html of a page, with its attributes escaped */
export function linkedIn(html: string, language: Language): string {
  if (language.code === 'fr') return html;
  const parameter = `lang=${language.code}`;
  return html
    .replaceAll(LINK, (whole, start: string, address: string) => {
      if (/[?;]lang(=|&#x3D;)/.test(address)) return whole;
      // « &#x3D; » has a # that begins no fragment
      const [, path = '', fragment = ''] = /^(.*?)((?<!&)#.*)?$/s.exec(address) ?? [];
      return `${start}${path}${path.includes('?') ? '&amp;' : '?'}${parameter}${fragment}"`;
    })
    .replaceAll(FORM, (form) => `${form}<input type="hidden" name="lang" value="${language.code}">`);
}
