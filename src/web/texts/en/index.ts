import type { Texts } from '../texts.js';
import { about } from './about.js';
import { accessibility } from './accessibility.js';
import { atc } from './atc.js';
import { browser } from './browser.js';
import { compare } from './compare.js';
import { data } from './data.js';
import { declarations } from './declarations.js';
import { errors } from './errors.js';
import { exposure } from './exposure.js';
import { faq } from './faq.js';
import { home } from './home.js';
import { picture } from './picture.js';
import { programming } from './programming.js';
import { legal } from './legal.js';
import { lists } from './lists.js';
import { methodology } from './methodology.js';
import { search } from './search.js';
import { shortages } from './shortages.js';
import { site } from './site.js';
import { speciality } from './speciality.js';
import { substance } from './substance.js';

/** All that the site says in English; the names of medicines stay as they are. */
export const ENGLISH_TEXTS: Texts = {
  site,
  home,
  search,
  lists,
  substance,
  declarations,
  exposure,
  speciality,
  atc,
  shortages,
  methodology,
  faq,
  about,
  accessibility,
  legal,
  data,
  compare,
  picture,
  programming,
  errors,
  browser,
};
