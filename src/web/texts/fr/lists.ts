/** Texts of … */
export const lists = {};
