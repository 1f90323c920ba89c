/** Texts of … */
export const data = {};
