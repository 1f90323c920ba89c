import { Inject, Injectable, NotFoundException, ServiceUnavailableException } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.js';
import { CurrentRelease } from '../queries/current-release.js';
import { NearCodesQuery } from '../queries/near-codes.js';
import type { ReleaseAnswer } from '../queries/answers.js';
import type { Context, Frame } from './presenters/context.js';
import { type Guesses, NO_GUESSES, codeAskedFor } from './presenters/error.js';
import type { Language } from './texts/language.js';
import type { Visit } from './visit.js';

/** What every page stands on: the published release and the settings. */
@Injectable()
export class Site {
  constructor(
    private readonly releases: CurrentRelease,
    private readonly nearCodes: NearCodesQuery,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * The release that a page reads, once: no page mixes two.
   *
   * @throws ServiceUnavailableException before the first release
   */
  async open(visit: Visit): Promise<Context & { id: string }> {
    const release = await this.releases.get();
    if (release === null) throw new ServiceUnavailableException();
    const { baseUrl, minCell } = this.settings;
    return { id: release.id, release, demo: this.isDemo(release), baseUrl, minCell, ...visit };
  }

  /** What an error page may show of the release; nothing when it cannot be read, for that may be the error. */
  async frame(language: Language): Promise<Frame> {
    const release = await this.releases.get().catch(() => null);
    if (release === null) return { language, demo: this.settings.demo ?? false, version: null };
    return { language, demo: this.isDemo(release), version: language.format.dayInWords(release.publishedAt) };
  }

  /** What the code in an address that leads nowhere may be meant for; nothing when it cannot be told. */
  async guesses(url: string): Promise<Guesses> {
    const asked = codeAskedFor(url);
    const release = asked === null ? null : await this.releases.get().catch(() => null);
    if (asked === null || release === null) return NO_GUESSES;
    return this.nearCodes.to(release.id, asked.kind, asked.code).catch(() => NO_GUESSES);
  }

  private isDemo(release: ReleaseAnswer): boolean {
    return this.settings.demo ?? release.demo;
  }
}

/** The answer, or the 404 page when there is none. */
export function found<T>(answer: T | null): T {
  if (answer === null) throw new NotFoundException();
  return answer;
}
