/** Texts of … */
export const atc = {};
