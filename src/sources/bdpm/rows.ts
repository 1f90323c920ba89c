/** Rows of the three required BDPM files. Codes are text everywhere: leading zeros matter. Dates are ISO `yyyy-mm-dd`. */

/** CIS_bdpm: a medicine as authorised. */
export interface SpecialityRow {
  cis: string;
  denomination: string;
  form: string | null;
  routes: string[];
  status: string | null;
  procedure: string | null;
  marketing: string | null;
  authorisationDate: string | null;
  bdpmStatus: string | null;
  europeanNumber: string | null;
  holders: string[];
  enhancedSurveillance: boolean;
}

/** CIS_CIP_bdpm: a pack. Prices are euros as decimal text (`1466.29`), so that no cent is lost to a float. */
export interface PresentationRow {
  cis: string;
  cip7: string;
  cip13: string;
  label: string;
  status: string | null;
  marketing: string | null;
  declarationDate: string | null;
  hospitals: boolean | null;
  reimbursementRates: string[];
  priceWithoutFee: string | null;
  price: string | null;
  fee: string | null;
  reimbursementConditions: string | null;
}

/** CIS_COMPO_bdpm: one substance (SA) or therapeutic fraction (FT) of one pharmaceutical element of a speciality. */
export interface CompositionRow {
  cis: string;
  element: string;
  code: string;
  name: string;
  dosage: string | null;
  dosageReference: string | null;
  nature: 'SA' | 'FT';
  link: string;
}
