/** The legal notice. Who runs the installation is said by its settings. */
export const legal = {
  title: 'Mentions légales',
  description:
    'Éditeur et hébergeur de cette installation, licence des chiffres et manière de les citer, vie privée, avertissement médical.',
  heading: 'Mentions légales',
  lead: 'Qui répond de ce site, à quelles conditions on réutilise ses chiffres, et ce qu’il sait de ses visiteurs\u00a0: presque rien.',
  contents: [
    { id: 'editeur', label: 'Éditeur' },
    { id: 'hebergeur', label: 'Hébergeur' },
    { id: 'licence', label: 'Réutiliser et citer' },
    { id: 'code', label: 'Code' },
    { id: 'vie-privee', label: 'Vie privée' },
    { id: 'avertissement', label: 'Avertissement' },
  ],
  unknown: 'non renseigné par l’exploitant',
  /** How the figures are cited. */
  demoCitation: (day: string, address: string): string =>
    `Pharmacovigie, version des données du ${day}, ${address}\u00a0: données fictives, pour démonstration.`,
  citation: (day: string, address: string): string =>
    `Pharmacovigie, version des données du ${day}, ${address}, sous Licence Ouverte 2.0. Données d’origine\u00a0: base de données publique des médicaments, base nationale de pharmacovigilance (ANSM), Open Medic (Assurance maladie).`,
};
