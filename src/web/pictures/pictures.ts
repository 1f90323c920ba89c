import { Injectable } from '@nestjs/common';
import { PictureRenderer } from './picture-renderer.js';

/** About a tenth of a megabyte each. */
const KEPT_AT_MOST = 64;

/** Pictures of one release, each drawn once however many ask for it, the latest asked for kept. */
@Injectable()
export class Pictures {
  private releaseId = '';
  private readonly kept = new Map<string, Promise<Buffer>>();

  constructor(private readonly renderer: PictureRenderer) {}

  /**
   * The PNG of a picture.
   *
   * @param key names it among those of the release
   * @param svgOf makes it, when it must be drawn
   */
  png(releaseId: string, key: string, svgOf: () => string | Promise<string>): Promise<Buffer> {
    if (this.releaseId !== releaseId) this.kept.clear();
    this.releaseId = releaseId;
    const known = this.kept.get(key);
    // put back as the last one to go
    this.kept.delete(key);
    const png = known ?? this.draw(key, svgOf);
    this.kept.set(key, png);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT_AT_MOST && oldest !== undefined) this.kept.delete(oldest);
    return png;
  }

  private draw(key: string, svgOf: () => string | Promise<string>): Promise<Buffer> {
    const png = Promise.resolve(svgOf()).then((svg) => this.renderer.render(svg));
    // what failed must not be remembered
    png.catch(() => {
      if (this.kept.get(key) === png) this.kept.delete(key);
    });
    return png;
  }
}
