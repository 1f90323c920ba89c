/** Texts of … */
export const shortages = {};
