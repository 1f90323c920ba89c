/** A question, its anchor, and the paragraphs of its answer; links in them are written [text](address). */
export interface Question {
  id: string;
  question: string;
  /** The question in the page’s menu. */
  short: string;
  answer: string[];
}

/** Figures that answers name, written. */
export interface FaqFigures {
  /** The largest number that is hidden for being small: « 10 ». */
  largestHidden: string;
  /** The smallest that is shown: « 11 ». */
  minCell: string;
  /** Day of the release, in words. */
  version: string;
}

export const faq = {
  title: 'Questions fréquentes',
  description:
    'Qu’est-ce qu’une déclaration, comment déclarer, pourquoi pas de fréquence, pourquoi des données masquées, à qui s’adresser\u00a0: les réponses courtes.',
  heading: 'Questions fréquentes',
  lead: 'Des réponses courtes. Chacune a son adresse, que l’on peut envoyer.',
  questions: (figures: FaqFigures): Question[] => [
    {
      id: 'declaration',
      short: 'La déclaration',
      question: 'Qu’est-ce qu’une déclaration\u00a0?',
      answer: [
        'Une personne a pris un ou plusieurs médicaments, quelque chose de gênant ou de grave lui est arrivé, et quelqu’un – elle-même, un proche, un médecin, un pharmacien… – soupçonne un lien et le signale. Des médecins et des pharmaciens de pharmacovigilance étudient ce signalement et l’enregistrent, sans nom, dans la base nationale de pharmacovigilance.',
        'Une déclaration est un soupçon, pas une preuve\u00a0: l’effet peut venir de la maladie, d’un autre traitement ou du hasard.',
      ],
    },
    {
      id: 'declarer',
      short: 'Déclarer',
      question: 'Comment déclarer un effet indésirable\u00a0?',
      answer: [
        'Sur le portail du ministère chargé de la santé, [signalement.social-sante.gouv.fr](https://signalement.social-sante.gouv.fr/)\u00a0: patients, proches et professionnels peuvent tous y déclarer, en quelques minutes. Il n’est pas nécessaire d’être certain que le médicament est en cause. Vous pouvez aussi en parler à votre médecin ou à votre pharmacien, qui déclarera.',
        'Ce site ne reçoit aucune déclaration. Si l’effet est grave ou vous inquiète, n’attendez pas\u00a0: appelez un médecin ou, en urgence, le 15 ou le 112.',
      ],
    },
    {
      id: 'arreter',
      short: 'Arrêter un médicament',
      question: 'Faut-il arrêter un médicament qui a beaucoup de déclarations\u00a0?',
      answer: [
        'Non, pas à cause de ces chiffres. Un médicament très utilisé a beaucoup de déclarations parce que beaucoup de personnes le prennent. Arrêter seul un traitement peut être plus dangereux que l’effet redouté\u00a0: demandez d’abord à votre médecin ou à votre pharmacien.',
      ],
    },
    {
      id: 'frequence',
      short: 'La fréquence',
      question: 'Pourquoi ne trouve-t-on pas la fréquence des effets\u00a0?',
      answer: [
        'Parce que ces données ne la contiennent pas. Pour une fréquence, il faudrait connaître toutes les personnes qui ont eu l’effet\u00a0; or la plupart des effets ne sont pas déclarés, et certains le sont bien plus que d’autres. La fréquence connue d’un effet, quand elle l’est, vient des études\u00a0: elle est écrite dans la notice, que l’on trouve dans la [base de données publique des médicaments](https://base-donnees-publique.medicaments.gouv.fr/).',
      ],
    },
    {
      id: 'taux',
      short: 'Lire un taux',
      question: 'Comment lire un taux de notification\u00a0?',
      answer: [
        'Il met les déclarations à l’échelle de l’usage\u00a0: combien de déclarations pour 100 000 patients traités en un an. Un taux de 24 veut dire que, pour 100 000 personnes traitées pendant un an, 24 déclarations ont été reçues – non que 24 personnes ont eu l’effet.',
        'L’intervalle qui l’accompagne dit l’incertitude due au hasard\u00a0: plus il est large, moins le taux est précis. [Le calcul, avec un exemple](/methodologie#taux).',
      ],
    },
    {
      id: 'comparer',
      short: 'Classer',
      question: 'Pourquoi ne peut-on pas classer deux médicaments\u00a0?',
      answer: [
        'Parce qu’ils ne sont pas pris par les mêmes personnes, ni pour la même maladie, ni depuis aussi longtemps, et que l’on ne déclare pas autant pour l’un que pour l’autre\u00a0: un médicament nouveau, surveillé ou dont la presse parle est davantage déclaré. Un taux plus élevé ne veut pas dire plus dangereux. La page [Comparer](/comparer) met des substances côte à côte pour les lire, non pour les ranger.',
      ],
    },
    {
      id: 'annees',
      short: 'Les années',
      question: 'Pourquoi les déclarations augmentent-elles avec les années\u00a0?',
      answer: [
        'Le plus souvent parce que l’on déclare davantage\u00a0: les patients le peuvent depuis 2011, un portail en ligne existe depuis 2017, et certaines années – une alerte, une campagne de vaccination – font beaucoup parler. Une hausse peut aussi suivre celle de l’usage. Elle ne suffit jamais à dire que le médicament est devenu plus dangereux.',
      ],
    },
    {
      id: 'grave',
      short: '«\u00a0Grave\u00a0»',
      question: 'Que veut dire «\u00a0grave\u00a0»\u00a0?',
      answer: [
        'C’est un mot de la réglementation\u00a0: l’effet a entraîné un décès, mis la vie en danger, causé ou prolongé une hospitalisation, laissé une incapacité, provoqué une anomalie chez l’enfant à naître, ou a été jugé grave par un médecin. Les effets graves sont plus souvent déclarés que les autres\u00a0: la part de déclarations graves n’est donc pas la part d’effets graves. [En savoir plus](/methodologie#gravite).',
      ],
    },
    {
      id: 'masque',
      short: 'Donnée masquée',
      question: 'Pourquoi des données sont-elles masquées\u00a0?',
      answer: [
        `Pour que personne ne puisse être reconnu. Un nombre de déclarations de 1 à ${figures.largestHidden} n’est pas publié\u00a0; d’autres, plus grands, sont masqués avec lui quand une soustraction permettrait de le retrouver. «\u00a0Donnée masquée\u00a0» ne veut donc dire ni zéro, ni moins de ${figures.minCell}. [Les règles, et ce qui a été masqué](/methodologie#masquage).`,
      ],
    },
    {
      id: 'patients',
      short: 'Patients traités',
      question: 'Qui sont les «\u00a0patients traités\u00a0»\u00a0?',
      answer: [
        'Les personnes à qui le médicament a été remboursé en ville, comptées chaque année par l’Assurance maladie (Open Medic). L’hôpital, l’achat sans ordonnance et les médicaments non remboursés n’y sont pas, et une personne qui reçoit deux boîtes de sortes différentes y compte deux fois. [En savoir plus](/methodologie#exposition).',
      ],
    },
    {
      id: 'absent',
      short: 'Aucune déclaration',
      question: 'Un médicament n’a aucune déclaration\u00a0: est-il sans danger\u00a0?',
      answer: [
        'On ne peut pas le conclure. Il peut être peu utilisé, récent, ou ses effets peuvent ne pas avoir été déclarés\u00a0; les déclarations peuvent aussi le nommer d’une façon que nous n’avons pas reconnue. Tout médicament peut avoir des effets indésirables\u00a0: sa notice les énumère.',
      ],
    },
    {
      id: 'ruptures',
      short: 'Ruptures',
      question: 'Mon médicament est en rupture\u00a0: que faire\u00a0?',
      answer: [
        'Demandez à votre pharmacien\u00a0: il sait où il en reste et ce qui peut le remplacer. N’interrompez pas un traitement sans avis, et n’en faites pas de réserve. La page [Ruptures](/ruptures) dit ce que les laboratoires ont déclaré\u00a0; elle ne connaît pas le stock de votre pharmacie.',
      ],
    },
    {
      id: 'qui',
      short: 'À qui s’adresser',
      question: 'À qui s’adresser\u00a0?',
      answer: [
        'Pour un traitement\u00a0: à votre pharmacien ou à votre médecin. Pour une question difficile sur un effet indésirable\u00a0: au centre régional de pharmacovigilance (CRPV) de votre région, dont l’adresse est dans [l’annuaire du réseau](https://www.rfcrpv.fr/). Pour les décisions prises sur un médicament\u00a0: à l’Agence nationale de sécurité du médicament et des produits de santé, [l’ANSM](https://ansm.sante.fr/).',
        'Pour ce site lui-même\u00a0: voyez les [mentions légales](/mentions-legales#editeur).',
      ],
    },
    {
      id: 'fraicheur',
      short: 'Mise à jour',
      question: 'Les chiffres sont-ils à jour\u00a0?',
      answer: [
        `Ceux que vous lisez forment la version du ${figures.version}. Tous viennent de fichiers lus ensemble\u00a0; une nouvelle version les remplace tous à la fois. Chaque source a sa propre période, écrite à côté des chiffres et sur la page [Données](/donnees).`,
      ],
    },
    {
      id: 'reutiliser',
      short: 'Réutiliser',
      question: 'Peut-on réutiliser ces chiffres\u00a0?',
      answer: [
        'Oui, librement, y compris pour un usage commercial\u00a0: ils sont sous Licence Ouverte 2.0. Il faut citer la source et la date de la version, et ne pas leur faire dire plus qu’ils ne disent. [Comment citer](/mentions-legales#licence), [télécharger](/donnees), [programmer](/api).',
      ],
    },
  ],
};
