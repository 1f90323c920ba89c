import view from '@fastify/view';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { encodingOf } from './accepted-encoding.js';
import { readAssets } from './assets.js';
import { VIEWS, templates } from './templates.js';

const FOR_EVER = 'public, max-age=31536000, immutable';

/** What the pages need of the server: templates, and the browser's files under names that change with them. */
export async function setupWeb(app: NestFastifyApplication): Promise<void> {
  const { links, files } = readAssets();
  await app.register(view, {
    engine: { handlebars: templates },
    root: VIEWS,
    layout: 'layouts/page.hbs',
    viewExt: 'hbs',
    defaultContext: { assets: links },
    // templates are read once, wherever the service runs
    production: true,
  });
  const server = app.getHttpAdapter().getInstance();
  for (const { path, type, bodies } of files)
    server.get(path, (request, reply) => {
      const encoding = encodingOf(request.headers['accept-encoding']);
      if (encoding !== 'identity') reply.header('Content-Encoding', encoding);
      return reply.headers({ 'Cache-Control': FOR_EVER, Vary: 'accept-encoding' }).type(type).send(bodies[encoding]);
    });
}
