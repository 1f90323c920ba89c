import 'reflect-metadata';
import compress from '@fastify/compress';
import type { NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { AppModule } from './app.module.js';
import type { Settings } from './config/settings.js';
import type { Database } from './database/database.js';
import { Readers } from './database/readers.js';
import type { Patience } from './database/server-pool.js';
import { AnswerCache } from './http/answer-cache.js';
import { sayHowLong, sayWhatVaries } from './http/caching.js';
import { hashBodies, tagAnswers } from './http/entity-tags.js';
import { answerBeforeRouting, ErrorAnswers } from './http/error-answers.js';
import { countRequests, ruleInterface } from './http/interface-rules.js';
import { type Limits, LIMITS, limited } from './http/limits.js';
import { refuseWriting } from './http/methods.js';
import { refuseUnreadable } from './http/readable-addresses.js';
import { secure } from './http/security.js';
import { ReleaseWatch } from './releases/release-watch.js';
import { answerWatchers } from './watching/addresses.js';
import { loggerOptions, NestLog, WITHOUT_REQUESTS } from './watching/log.js';
import { FAULTS_ONLY, type LogTarget } from './watching/log-target.js';
import { Metrics } from './watching/metrics.js';
import { Readiness } from './watching/readiness.js';
import { logRequests, requestId } from './watching/request-log.js';
import { RequestMetrics } from './watching/request-metrics.js';
import { takeNotes } from './watching/request-notes.js';
import { ServerTiming } from './watching/server-timing.js';
import { Stopping } from './watching/stopping.js';
import { keepLanguage } from './web/link-language.js';
import { setupWeb } from './web/setup.js';
import { Site } from './web/site.js';

/** What is other than usual: where the log goes, and how patient the server is, with clients and with the database. */
export interface AppOptions {
  log?: LogTarget;
  limits?: Partial<Limits>;
  patience?: Partial<Patience>;
}

/** The application over an open database, ready to listen; closing it leaves the database open. */
export async function createApp(
  database: Pick<Database, 'url'>,
  settings: Settings,
  { log = FAULTS_ONLY, limits = {}, patience }: AppOptions = {},
): Promise<NestFastifyApplication> {
  const adapter = adapterWith(log, { ...LIMITS, ...limits }, settings.trustedProxies);
  const server = adapter.getInstance();
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class, and documents plain objects
  const options: NestApplicationOptions = { logger: new NestLog(server.log), abortOnError: false };
  const say = (line: string): void => {
    server.log.warn(line);
  };
  const readers = new Readers({ url: database.url, replicaUrl: settings.databaseReadUrl, patience, say });
  const watch = new ReleaseWatch(database.url, readers.canShow);
  await watch.start();
  await readers.start();
  const root = AppModule.over(readers, settings, watch);
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, options);
  server.addHook('onClose', async () => {
    await watch.stop();
    await readers.close();
  });
  await answer(server, { readers, settings, watch, log, stopping: app.get(Stopping) });
  app.useGlobalFilters(new ErrorAnswers(app.get(Site, { strict: false })));
  await setupWeb(app);
  await app.init();
  await server.ready();
  return app;
}

function adapterWith(log: LogTarget, limits: Limits, trusted: string): FastifyAdapter {
  return new FastifyAdapter({
    ...limited(limits),
    // a proxy of ours may say who the client is; anybody else would only be lying
    trustProxy: trusted,
    // whatever is too long to be a code is looked up as one: « not found » says more than « too long »
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 16_384 },
    frameworkErrors: answerBeforeRouting,
    logger: loggerOptions(log),
    genReqId: requestId,
    ...WITHOUT_REQUESTS,
    // what comes while the last answers go out is answered, too: nobody is sent away
    return503OnClosing: false,
  });
}

interface Parts {
  readers: Readers;
  settings: Settings;
  watch: ReleaseWatch;
  log: LogTarget;
  stopping: Stopping;
}

/** What happens to every request, in this order. */
async function answer(server: FastifyInstance, { readers, settings, watch, log, stopping }: Parts): Promise<void> {
  const answers = new AnswerCache(watch);
  const timing = new ServerTiming();
  const requests = new RequestMetrics();
  takeNotes(server);
  logRequests(server, log.level === 'info');
  requests.watch(server);
  stopping.closePolitely(server);
  await countRequests(server, settings.rateLimit);
  answers.answerFromKept(server);
  // what memory has goes no further
  await secure(server, settings.baseUrl);
  ruleInterface(server);
  refuseWriting(server);
  refuseUnreadable(server);
  sayHowLong(server);
  answers.makeOnce(server);
  timing.watchQuestions(server, readers);
  keepLanguage(server);
  hashBodies(server);
  answers.keepAnswers(server);
  timing.tell(server);
  sayWhatVaries(server);
  await server.register(compress, { encodings: ['br', 'gzip'] });
  tagAnswers(server);
  const readiness = new Readiness(readers, stopping, settings.maxDataAge);
  const metrics = new Metrics(readers, answers, requests);
  answerWatchers(server, { readiness, metrics, token: settings.metricsToken });
}
