/** Texts of … */
export const methodology = {};
