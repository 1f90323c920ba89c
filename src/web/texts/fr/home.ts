/** Texts of … */
export const home = {};
