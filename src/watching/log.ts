import type { LoggerService } from '@nestjs/common';
import { type FastifyBaseLogger, type FastifyServerOptions, LogController } from 'fastify';
import type { LogTarget } from './log-target.js';

/** Nothing is told of a request but what we tell, by the log of the server: none of its own is made for each request. */
export const WITHOUT_REQUESTS: Pick<FastifyServerOptions, 'childLoggerFactory' | 'logController'> = {
  childLoggerFactory: (logger) => logger,
  // what it says of requests, we say without telling who asked for what
  logController: new LogController({ disableRequestLogging: true }),
};

type PinoOptions = Exclude<NonNullable<FastifyServerOptions['logger']>, boolean>;

/** Fastify's own log, with our names, and without what it would say by itself of requests: who asked, and for what. */
export function loggerOptions({ format, level, write }: LogTarget): PinoOptions {
  return {
    level,
    base: null,
    messageKey: 'message',
    errorKey: 'error',
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { req: () => ({}), res: () => ({}) },
    stream: {
      write: (line) => {
        write(format === 'text' ? textOf(line) : line.trimEnd());
      },
    },
  };
}

/** `12:00:00 error a message name=value`, and the stack below. */
function textOf(line: string): string {
  const { time, level, message, error, ...fields } = JSON.parse(line) as Record<string, unknown>;
  const stack = (error as { stack?: string } | undefined)?.stack;
  const pairs = Object.entries(fields).map(([name, value]) => `${name}=${String(value)}`);
  return [[String(time).slice(11, 19), level, message, ...pairs].join(' '), stack ?? []].flat().join('\n');
}

/** What Nest has to say goes to the same log: warnings and errors. */
export class NestLog implements LoggerService {
  constructor(private readonly lines: FastifyBaseLogger) {}

  log(): void {
    // which module was initialised is nobody's business
  }

  warn(message: unknown): void {
    this.lines.warn(textOfMessage(message));
  }

  error(message: unknown, stack?: unknown): void {
    this.lines.error(
      { stack: typeof stack === 'string' && stack.includes('\n') ? stack : undefined },
      textOfMessage(message),
    );
  }

  fatal(message: unknown): void {
    this.lines.fatal(textOfMessage(message));
  }
}

function textOfMessage(message: unknown): string {
  return message instanceof Error ? (message.stack ?? message.message) : String(message);
}
