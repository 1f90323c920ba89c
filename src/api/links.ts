import { Inject, Injectable } from '@nestjs/common';
import { type Settings, SETTINGS } from '../config/settings.js';
import type { Paged } from '../queries/answers.js';
import type { PageLinks } from './envelope.js';

const API_ROOT = '/api/v1';

/** Addresses of the interface, as the public sees them. */
@Injectable()
export class Links {
  constructor(@Inject(SETTINGS) private readonly settings: Pick<Settings, 'baseUrl'>) {}

  /** An address on this server, for redirects: it holds whatever name the server is called by. */
  local(path: string, parameters: object = {}): string {
    return `${new URL(this.settings.baseUrl).pathname.replace(/\/$/, '')}${API_ROOT}${path}${queryOf(parameters)}`;
  }

  /** An address as anybody can call it. */
  absolute(path: string): string {
    return `${this.settings.baseUrl}${API_ROOT}${path}`;
  }

  /** The links of one page of a list; `parameters` as they were asked, defaults included. */
  ofPage(path: string, parameters: object, { page, pageSize, total }: Paged<unknown>): PageLinks {
    const at = (number: number): string =>
      this.absolute(`${path}${queryOf({ ...parameters, page: number, pageSize })}`);
    const last = Math.max(1, Math.ceil(total / pageSize));
    return {
      self: at(page),
      next: page < last ? at(page + 1) : null,
      prev: page > 1 ? at(Math.min(page - 1, last)) : null,
    };
  }
}

function queryOf(parameters: object): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, String(value));
  return query.size === 0 ? '' : `?${query.toString()}`;
}
