/** Texts of … */
export const compare = {};
