import { Get, Header, Param, applyDecorators } from '@nestjs/common';
import { DeclarationFiguresQuery } from '../../queries/declaration-figures.js';
import { SubstanceQuery } from '../../queries/substance.js';
import { MovedTo } from '../moved-to.js';
import { sitePictureModel, substancePictureModel } from '../pictures/picture-model.js';
import { pictureSvg } from '../pictures/picture-svg.js';
import { Pictures } from '../pictures/pictures.js';
import { Site, found } from '../site.js';
import { type Visit, Visiting } from '../visit.js';
import { PageController } from './page.js';

/** Who shows pages of this site elsewhere shows their pictures, too. */
function Picture(): MethodDecorator {
  return applyDecorators(Header('Content-Type', 'image/png'), Header('Cross-Origin-Resource-Policy', 'cross-origin'));
}

/** Pictures of pages, for those who share them. */
@PageController()
export class PicturesController {
  constructor(
    private readonly site: Site,
    private readonly pictures: Pictures,
    private readonly substances: SubstanceQuery,
    private readonly declarations: DeclarationFiguresQuery,
  ) {}

  @Get('/images/substances/:code.png')
  @Picture()
  async substance(@Visiting() visit: Visit, @Param('code') code: string): Promise<Buffer> {
    const context = await this.site.open(visit);
    const answer = found(await this.substances.byCode(context.id, code, 'all'));
    if ('movedTo' in answer) throw new MovedTo(`/images/substances/${answer.movedTo}.png`);
    return this.pictures.png(context.id, `${answer.code} ${visit.language.code}`, () =>
      pictureSvg(substancePictureModel(context, answer)),
    );
  }

  @Get('/images/pharmacovigie.png')
  @Picture()
  async general(@Visiting() visit: Visit): Promise<Buffer> {
    const context = await this.site.open(visit);
    return this.pictures.png(context.id, visit.language.code, async () =>
      pictureSvg(sitePictureModel(context, await this.declarations.in(context.id, 'all'))),
    );
  }
}
