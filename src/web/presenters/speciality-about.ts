import type { SpecialityAnswer } from '../../queries/answers.js';

/** « 560 mg », « 2,5 microgrammes », « 1 000 000 UI »: a number and its unit, and nothing else. */
const QUANTITY = /^(\d{1,3}(?:[\s\u00a0\u202f]\d{3})+|\d+)(,\d+)?[\s\u00a0\u202f]+(\p{L}\D*)$/u;

/**
 * What the page is about, for machines: a schema.org `Drug`. Only what the files say; a strength that is no plain
 * quantity is left out.
 *
 * @param url of the medicine's page
 */
export function specialityAbout(answer: SpecialityAnswer, url: string): object {
  const { cis, name, identity, substances, atc, links } = answer;
  const strengths = answer.composition.filter((row) => row.nature === 'SA').flatMap(strength);
  const leaflet = links.find((link) => link.rel === 'describedby');
  return {
    '@context': 'https://schema.org',
    '@type': 'Drug',
    name,
    url,
    identifier: { '@type': 'PropertyValue', propertyID: 'CIS', value: cis },
    ...some(
      'activeIngredient',
      substances.map((substance) => substance.name),
    ),
    ...(identity.form !== null && { dosageForm: identity.form }),
    ...some('administrationRoute', identity.routes),
    ...some('availableStrength', strengths),
    ...some(
      'manufacturer',
      identity.holders.map((holder) => ({ '@type': 'Organization', name: holder })),
    ),
    // a code taken from other medicines of its group is not one that this medicine was given
    ...(atc !== null &&
      !atc.inferred && { code: { '@type': 'MedicalCode', codingSystem: 'ATC', codeValue: atc.code } }),
    ...(leaflet && { labelDetails: leaflet.href }),
  };
}

/** One value stands alone. */
function some(property: string, values: readonly unknown[]): object {
  return values.length === 0 ? {} : { [property]: values.length === 1 ? values[0] : values };
}

function strength({ name, dosage, dosageReference }: SpecialityAnswer['composition'][number]): object[] {
  const [, whole, decimals = '', unit] = QUANTITY.exec(dosage ?? '') ?? [];
  if (whole === undefined || unit === undefined) return [];
  return [
    {
      '@type': 'DrugStrength',
      activeIngredient: name,
      strengthValue: Number(whole.replaceAll(/\D/g, '') + decimals.replace(',', '.')),
      strengthUnit: dosageReference === null ? unit : `${unit} pour ${dosageReference}`,
    },
  ];
}
