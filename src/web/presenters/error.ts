import { type Frame, type PageModel, SITE_NAME, menuLinks } from './context.js';

export interface ErrorPage {
  page: PageModel;
  heading: string;
  sentences: string[];
  /** Whether looking for something else may help. */
  offersSearch: boolean;
}

interface Words {
  heading: string;
  sentences: string[];
  offersSearch: boolean;
}

/** What went wrong and what one can do, without anything of the inside. */
export function presentError(status: number, path: string, frame: Frame): ErrorPage {
  const words = wordsOf(status, path);
  return {
    page: {
      ...frame,
      title: `${words.heading} – ${SITE_NAME}`,
      description: words.sentences[0] ?? '',
      canonical: null,
      crumbs: [],
      search: '',
      alternates: [],
      otherLanguage: null,
      menu: menuLinks(frame.language, ''),
      noindex: true,
      ownSearch: words.offersSearch,
    },
    ...words,
  };
}

function wordsOf(status: number, path: string): Words {
  if (status === 404) return { heading: 'Page introuvable', sentences: notFound(path), offersSearch: true };
  if (status === 410)
    return {
      heading: 'Médicament qui n’existe plus',
      sentences: [
        'Une version précédente des données avait ce médicament ; la version actuelle ne l’a plus.',
        'Cherchez un médicament qui contient la même substance.',
      ],
      offersSearch: true,
    };
  if (status === 503)
    return {
      heading: 'Pas encore de données',
      sentences: [
        'Aucune version des données n’est encore publiée : le premier import est en cours ou reste à faire.',
        'Cette page montrera ses chiffres dès qu’il sera terminé.',
      ],
      offersSearch: false,
    };
  if (status === 429)
    return {
      heading: 'Trop de demandes',
      sentences: ['Trop de pages ont été demandées en peu de temps. Patientez une minute, puis réessayez.'],
      offersSearch: false,
    };
  if (status < 500)
    return {
      heading: 'Demande non comprise',
      sentences: ['L’adresse de cette page contient quelque chose que le site ne comprend pas.'],
      offersSearch: true,
    };
  return {
    heading: 'Le site a rencontré une erreur',
    sentences: [
      'La page n’a pas pu être préparée. Ce n’est pas de votre fait.',
      'Réessayez dans un instant ; si l’erreur se répète, elle est déjà inscrite dans le journal du service.',
    ],
    offersSearch: false,
  };
}

function notFound(path: string): string[] {
  const [, section, code] = (path.split(/[?#]/)[0] ?? '').split('/');
  const word = code === undefined || code.length > 20 ? '' : ` « ${decoded(code)} »`;
  if (section === 'substances' && word !== '')
    return [
      `Aucune substance n’a le code${word} dans cette version des données.`,
      'Cherchez-la par son nom ou par son code à cinq chiffres.',
    ];
  if (section === 'specialites' && word !== '')
    return [
      `Aucun médicament n’a le code CIS${word} dans cette version des données.`,
      'Cherchez-le par son nom ou par son code à huit chiffres.',
    ];
  if (section === 'classes-atc' && word !== '')
    return [
      `Aucune classe ATC n’a le code${word} dans cette version des données.`,
      'Un code ATC a 1, 3, 4, 5 ou 7 caractères, comme N, N02, N02B, N02BE ou N02BE01. Partez de la liste des classes, ou cherchez une substance par son nom.',
    ];
  return [
    'Cette adresse ne mène à aucune page du site.',
    'Cherchez un médicament ou une substance, ou partez d’une des listes.',
  ];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // not a valid encoding: shown as it came
  }
}
