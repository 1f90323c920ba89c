import type { ChangeCounts, ChangedKind } from '../../../queries/release-changes.js';
import { counted, dayInWords, listed } from './format.js';

const NOUNS: Record<ChangedKind, string> = { substance: 'substance', speciality: 'spécialité' };

/** « 3 substances ajoutées, 1 retirée, 12 aux chiffres changés » */
function changesOf(kind: ChangedKind, { [kind]: { added, gone, changed } }: ChangeCounts): string[] {
  const noun = NOUNS[kind];
  return [
    added === 0 ? '' : counted(added, `${noun} ajoutée`, `${noun}s ajoutées`),
    gone === 0 ? '' : counted(gone, `${noun} retirée`, `${noun}s retirées`),
    changed === 0 ? '' : `${counted(changed, noun)} dont les chiffres ont changé`,
  ].filter((text) => text !== '');
}

/** The feed of the versions of the data. It speaks French to all: readers of feeds keep one address. */
export const releasesFeed = {
  title: 'Versions des données',
  subtitle: 'Chaque version publiée, et ce qui a changé depuis la précédente, de la plus récente à la plus ancienne.',
  demo: (text: string): string => `[Données fictives] ${text}`,
  entry: (id: string, day: string): string => `Version ${id} du ${dayInWords(day)}`,
  /** @param counts null: there is no earlier version to compare with */
  summary(counts: ChangeCounts | null): string {
    if (counts === null) return 'La plus ancienne version conservée.';
    const changes = [...changesOf('substance', counts), ...changesOf('speciality', counts)];
    if (changes.length === 0) return 'Aucun chiffre n’a changé depuis la version précédente.';
    return `Depuis la version précédente : ${listed(changes)}.`;
  },
};
