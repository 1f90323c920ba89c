import type { Language } from '../texts/language.js';
import { inLanguage } from '../visit.js';

/** The picture that stands for a page where it is shared. */
interface PictureLink {
  path: string;
  alt: string;
}

/** Of the pages that have none of their own. */
export function sitePicture(language: Language): PictureLink {
  return { path: inLanguage('/images/pharmacovigie.png', language), alt: language.texts.picture.siteAlt };
}

export function substancePicture(language: Language, { code, name }: { code: string; name: string }): PictureLink {
  return { path: inLanguage(`/images/substances/${code}.png`, language), alt: language.texts.picture.alt(name) };
}
