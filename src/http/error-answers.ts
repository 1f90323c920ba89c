import { STATUS_CODES } from 'node:http';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MovedPermanently } from '../api/moved-permanently.js';
import { Fault, problem, PROBLEM_TYPE, type ProblemMembers } from '../api/problem.js';
import { DatabaseUnavailable } from '../database/unavailable.js';
import { errorPage } from '../web/error-page.js';
import { Site } from '../web/site.js';
import { visitOf } from '../web/visit.js';
import { isInterface } from './interface-rules.js';
import { HEADERS_BEFORE_HOOKS } from './security.js';

/** Seconds after which it is worth trying again: without a release, and without the database. */
const RETRY_AFTER = { release: '30', database: '5' };

/** Every error of the application: a problem for the interface, a page for people; never what happened inside. */
@Catch()
export class ErrorAnswers implements ExceptionFilter {
  constructor(private readonly site: Site) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    if (error instanceof MovedPermanently) {
      await reply.code(301).header('Location', error.location).send();
      return;
    }
    const status = statusOf(error);
    if (status >= 500 && status !== 503) request.server.log.error({ requestId: request.id, error }, 'fault');
    if (status === 503) reply.header('Retry-After', isAway(error) ? RETRY_AFTER.database : RETRY_AFTER.release);
    if (isInterface(request.url)) {
      await reply
        .code(status)
        .header('Content-Type', PROBLEM_TYPE)
        .send(JSON.stringify(problem(status, detailOf(error, status, request), membersOf(error))));
      return;
    }
    const reason = isAway(error) ? 'unavailable' : status;
    const guesses = status === 404 ? await this.site.guesses(request.url) : undefined;
    const html = errorPage(reason, request.url, await this.site.frame(visitOf(request.url).language), guesses);
    await reply
      .code(status)
      .header('Content-Type', 'text/html; charset=utf-8')
      .header('Cache-Control', 'no-store')
      .send(html);
  }
}

function isAway(error: unknown): boolean {
  return error instanceof DatabaseUnavailable;
}

function statusOf(error: unknown): number {
  if (isAway(error)) return 503;
  if (error instanceof HttpException) return error.getStatus();
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 600 ? status : 500;
}

/**
 * Errors of the server before it knows an address: a path whose percent-encoding is broken. What other answers get by
 * hooks, security headers among it, these do not.
 */
export function answerBeforeRouting(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const status = statusOf(error);
  const detail = 'This address is not percent-encoded UTF-8.';
  reply.code(status).headers(HEADERS_BEFORE_HOOKS).header('Cache-Control', 'no-store');
  if (isInterface(request.url)) {
    const body = JSON.stringify(problem(status, detail));
    reply.header('Access-Control-Allow-Origin', '*').type(PROBLEM_TYPE).send(body);
  } else {
    const frame = { language: visitOf(request.url).language, demo: false, version: null };
    reply.type('text/html; charset=utf-8').send(errorPage(status, request.url, frame));
  }
}

function membersOf(error: unknown): ProblemMembers {
  return error instanceof Fault ? error.members : {};
}

function detailOf(error: unknown, status: number, request: FastifyRequest): string {
  const path = request.url.replace(/\?.*$/s, '');
  // Nest's own, for an address without a route, repeats the whole query
  if (status === 404 && error instanceof HttpException && error.message.startsWith('Cannot '))
    return `Nothing is at ${path}. The addresses are described at /api/v1/openapi.json.`;
  if (status >= 500 && !(error instanceof HttpException && status === 503) && !isAway(error))
    return 'Something went wrong on our side.';
  return error instanceof Error ? error.message : (STATUS_CODES[status] ?? 'Error');
}
