/** What error pages say. « code » comes quoted as it was asked for. */
export const errors = {
  notFound: {
    heading: 'Page introuvable',
    substance: (code: string): string => `Aucune substance n’a le code « ${code} » dans cette version des données.`,
    substanceHelp: 'Cherchez-la par son nom ou par son code à cinq chiffres.',
    speciality: (code: string): string =>
      `Aucun médicament n’a le code CIS « ${code} » dans cette version des données.`,
    specialityHelp: 'Cherchez-le par son nom ou par son code à huit chiffres.',
    atc: (code: string): string => `Aucune classe ATC n’a le code « ${code} » dans cette version des données.`,
    atcHelp:
      'Un code ATC a 1, 3, 4, 5 ou 7 caractères, comme N, N02, N02B, N02BE ou N02BE01. Partez de la liste des classes, ou cherchez une substance par son nom.',
    page: 'Cette adresse ne mène à aucune page du site.',
    pageHelp: 'Cherchez un médicament ou une substance, ou partez d’une des listes.',
  },
  gone: {
    heading: 'Médicament qui n’existe plus',
    sentences: [
      'Une version précédente des données avait ce médicament ; la version actuelle ne l’a plus.',
      'Cherchez un médicament qui contient la même substance.',
    ],
  },
  noRelease: {
    heading: 'Pas encore de données',
    sentences: [
      'Aucune version des données n’est encore publiée : le premier import est en cours ou reste à faire.',
      'Cette page montrera ses chiffres dès qu’il sera terminé.',
    ],
  },
  unavailable: {
    heading: 'Données momentanément illisibles',
    sentences: [
      'Le site ne parvient pas à lire les données en ce moment. Cela ne dure le plus souvent que quelques secondes.',
      'Réessayez dans un instant.',
    ],
  },
  tooMany: {
    heading: 'Trop de demandes',
    sentences: ['Trop de pages ont été demandées en peu de temps. Patientez une minute, puis réessayez.'],
  },
  notUnderstood: {
    heading: 'Demande non comprise',
    sentences: [
      'L’adresse de cette page contient quelque chose que le site ne comprend pas.',
      'Vérifiez-la, ou cherchez un médicament ou une substance.',
    ],
  },
  failed: {
    heading: 'Le site a rencontré une erreur',
    sentences: [
      'La page n’a pas pu être préparée. Ce n’est pas de votre fait.',
      'Réessayez dans un instant ; si l’erreur se répète, elle est déjà inscrite dans le journal du service.',
    ],
  },
  otherKinds: 'Ce code existe ailleurs :',
  near: 'Codes voisins :',
  kinds: { substance: 'substance', speciality: 'médicament', atc: 'classe ATC' },
  ways: {
    name: 'Autres chemins',
    home: 'Accueil',
    substances: 'Toutes les substances',
    specialities: 'Tous les médicaments',
    atc: 'Les classes ATC',
    shortages: 'Les ruptures de stock',
    faq: 'Questions fréquentes',
  },
};
