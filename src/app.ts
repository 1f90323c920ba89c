import 'reflect-metadata';
import compress from '@fastify/compress';
import type { NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Settings } from './config/settings.js';
import type { Database } from './database/database.js';
import { AnswerCache } from './http/answer-cache.js';
import { sayHowLong, sayWhatVaries } from './http/caching.js';
import { hashBodies, tagAnswers } from './http/entity-tags.js';
import { answerBeforeRouting, ErrorAnswers } from './http/error-answers.js';
import { ruleInterface } from './http/interface-rules.js';
import { refuseWriting } from './http/methods.js';
import { refuseUnreadable } from './http/readable-addresses.js';
import { secure } from './http/security.js';
import { keepLanguage } from './web/link-language.js';
import { ReleaseWatch } from './releases/release-watch.js';
import { setupWeb } from './web/setup.js';
import { Site } from './web/site.js';

/** The application over an open database, ready to listen; closing it leaves the database open. */
export async function createApp(database: Database, settings: Settings): Promise<NestFastifyApplication> {
  // a proxy on this machine may say who the client is; anybody else would only be lying
  const adapter = new FastifyAdapter({
    trustProxy: 'loopback',
    // whatever is too long to be a code is looked up as one: « not found » says more than « too long »
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 16_384 },
    frameworkErrors: answerBeforeRouting,
  });
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class, and documents plain objects
  const options: NestApplicationOptions = { logger: ['error', 'warn', 'fatal'], abortOnError: false };
  const watch = new ReleaseWatch(database.url);
  await watch.start();
  const root = AppModule.over(database.dataSource, settings, watch);
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, options);
  const server = adapter.getInstance();
  server.addHook('onClose', () => watch.stop());
  await secure(server, settings.baseUrl);
  await ruleInterface(server, settings.rateLimit);
  refuseWriting(server);
  refuseUnreadable(server);
  sayHowLong(server);
  const answers = new AnswerCache(watch);
  answers.answerFromKept(server);
  keepLanguage(server);
  hashBodies(server);
  answers.keepAnswers(server);
  sayWhatVaries(server);
  await server.register(compress, { encodings: ['br', 'gzip'] });
  tagAnswers(server);
  app.useGlobalFilters(new ErrorAnswers(app.get(Site, { strict: false })));
  await setupWeb(app);
  await app.init();
  await server.ready();
  return app;
}
